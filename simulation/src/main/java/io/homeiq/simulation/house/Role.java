package io.homeiq.simulation.house;

import org.jspecify.annotations.Nullable;

/** What an entity is good for. Its words in other languages stand in {@link Tongue}, in the same order. */
public enum Role {
    LAMP("light", null, null),
    READING_LAMP("light", null, null),
    SOCKET("switch", "outlet", null),
    COFFEE("switch", "outlet", null),
    KETTLE("switch", "outlet", null),
    HEATER("switch", "outlet", null),
    FAN("fan", null, null),
    TV("media_player", "tv", null),
    SPEAKER("media_player", "speaker", null),
    SHUTTER("cover", "shutter", null),
    LOCK("lock", null, null),
    MOTION("binary_sensor", "motion", null),
    DOOR("binary_sensor", "door", null),
    WINDOW("binary_sensor", "window", null),
    BED("binary_sensor", "occupancy", null),
    TEMPERATURE("sensor", "temperature", "°C"),
    HUMIDITY("sensor", "humidity", "%"),
    BRIGHTNESS("sensor", "illuminance", "lx"),
    POWER("sensor", "power", "W"),
    PUMP("switch", "outlet", null),
    ROBOT("vacuum", null, null);

    private final String domain;
    private final @Nullable String deviceClass;
    private final @Nullable String unit;

    Role(String domain, @Nullable String deviceClass, @Nullable String unit) {
        this.domain = domain;
        this.deviceClass = deviceClass;
        this.unit = unit;
    }

    public String domain() {
        return domain;
    }

    @Nullable
    String deviceClass() {
        return deviceClass;
    }

    @Nullable
    String unit() {
        return unit;
    }

    /** How it begins: shutters open, doors locked, numbers at zero. */
    String first() {
        return switch (this) {
            case SHUTTER -> "open";
            case LOCK -> "locked";
            case ROBOT -> "docked";
            case TEMPERATURE -> "20.0";
            case HUMIDITY -> "50.0";
            case BRIGHTNESS, POWER -> "0.0";
            default -> "off";
        };
    }

    /** Something that people set, and not a sensor. */
    public boolean isSet() {
        return switch (this) {
            case LAMP, READING_LAMP, SOCKET, COFFEE, KETTLE, HEATER, FAN, TV, SPEAKER, SHUTTER, LOCK -> true;
            default -> false;
        };
    }
}
