package io.homeiq.mining.synergy;

import io.homeiq.contracts.synergy.SynergyType;

/**
 * Which answer goes with which occasion.
 *
 * @param wholeHome whether it holds across rooms; else both must be in the same area
 */
record Affinity(SynergyType type, Occasion occasion, Answer answer, boolean wholeHome) {

    static Affinity of(SynergyType type) {
        return switch (type) {
            case MOTION_LIGHT -> inOneRoom(type, Occasion.MOTION, Answer.LIGHT_ON);
            case MOTION_FAN -> inOneRoom(type, Occasion.MOTION, Answer.FAN_ON);
            case MOTION_SWITCH -> inOneRoom(type, Occasion.MOTION, Answer.SWITCH_ON);
            case DOOR_LIGHT -> inOneRoom(type, Occasion.DOOR, Answer.LIGHT_ON);
            case WINDOW_CLIMATE -> inOneRoom(type, Occasion.WINDOW, Answer.CLIMATE_OFF);
            case MEDIA_LIGHT -> inOneRoom(type, Occasion.MEDIA, Answer.LIGHT_ON);
            case PRESENCE_LIGHT -> new Affinity(type, Occasion.ARRIVAL, Answer.LIGHT_ON, true);
            case PRESENCE_CLIMATE -> new Affinity(type, Occasion.ARRIVAL, Answer.CLIMATE_ON, true);
        };
    }

    private static Affinity inOneRoom(SynergyType type, Occasion occasion, Answer answer) {
        return new Affinity(type, occasion, answer, false);
    }
}
