package io.homeiq.simulation.house;

import java.util.List;

/** A part of a home, with what usually stands there, the most usual first. */
public enum Room {
    LIVING,
    KITCHEN,
    BATHROOM,
    BEDROOM,
    HALL,
    OFFICE,
    GARDEN,
    NURSERY,
    GARAGE,
    LAUNDRY,
    DINING,
    PANTRY,
    CELLAR,
    GUESTS,
    ATTIC;

    List<Role> usual() {
        return switch (this) {
            case LIVING ->
                List.of(
                        Role.LAMP,
                        Role.READING_LAMP,
                        Role.MOTION,
                        Role.TV,
                        Role.SHUTTER,
                        Role.TEMPERATURE,
                        Role.SOCKET,
                        Role.ROBOT);
            case KITCHEN ->
                List.of(Role.LAMP, Role.COFFEE, Role.MOTION, Role.SPEAKER, Role.KETTLE, Role.DOOR, Role.TEMPERATURE);
            case BATHROOM -> List.of(Role.LAMP, Role.MOTION, Role.FAN, Role.HUMIDITY, Role.WINDOW, Role.HEATER);
            case BEDROOM ->
                List.of(
                        Role.READING_LAMP,
                        Role.SHUTTER,
                        Role.LAMP,
                        Role.BED,
                        Role.TEMPERATURE,
                        Role.SOCKET,
                        Role.MOTION);
            case HALL -> List.of(Role.LAMP, Role.DOOR, Role.MOTION, Role.LOCK, Role.POWER);
            case OFFICE ->
                List.of(
                        Role.LAMP,
                        Role.SOCKET,
                        Role.MOTION,
                        Role.READING_LAMP,
                        Role.TEMPERATURE,
                        Role.HEATER,
                        Role.SPEAKER);
            case GARDEN -> List.of(Role.LAMP, Role.SOCKET, Role.TEMPERATURE, Role.MOTION, Role.PUMP);
            case NURSERY ->
                List.of(Role.LAMP, Role.READING_LAMP, Role.TEMPERATURE, Role.SHUTTER, Role.SPEAKER, Role.MOTION);
            case GARAGE -> List.of(Role.LAMP, Role.DOOR, Role.SOCKET, Role.MOTION);
            case LAUNDRY -> List.of(Role.LAMP, Role.POWER, Role.SOCKET, Role.FAN, Role.HUMIDITY);
            case DINING -> List.of(Role.LAMP, Role.READING_LAMP, Role.SHUTTER, Role.SPEAKER, Role.WINDOW, Role.MOTION);
            case PANTRY -> List.of(Role.LAMP, Role.DOOR, Role.TEMPERATURE);
            case CELLAR -> List.of(Role.LAMP, Role.HUMIDITY, Role.FAN, Role.DOOR, Role.MOTION);
            case GUESTS -> List.of(Role.LAMP, Role.SHUTTER, Role.READING_LAMP, Role.HEATER, Role.TEMPERATURE);
            case ATTIC -> List.of(Role.LAMP, Role.TEMPERATURE, Role.WINDOW, Role.FAN, Role.SOCKET);
        };
    }
}
