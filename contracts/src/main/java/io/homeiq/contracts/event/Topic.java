package io.homeiq.contracts.event;

import io.homeiq.contracts.home.HomeId;

/**
 * Where a message is published: {@code homeiq/v1/{home}/{event|state|device|command|dead-letter}/{name}}.
 *
 * @param value without wildcards
 */
public record Topic(String value) {

    private static final String ROOT = "homeiq/v1/";

    public Topic {
        if (value.isEmpty() || value.indexOf('+') >= 0 || value.indexOf('#') >= 0 || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("topic must not be empty or hold a wildcard, was: " + value);
        }
    }

    /** Where events of this type of a home are announced. */
    public static Topic event(HomeId home, EventType type) {
        return new Topic(ROOT + home + "/event/" + type.wireName());
    }

    /** A retained snapshot, for example of the open suggestions. */
    public static Topic state(HomeId home, String name) {
        return new Topic(ROOT + home + "/state/" + name);
    }

    /** What the device in Home Assistant lives on, for example its {@code state}. */
    public static Topic device(HomeId home, String name) {
        return new Topic(ROOT + home + "/device/" + name);
    }

    /** Where a command to a home is given. */
    public static Topic command(HomeId home, CommandType type) {
        return new Topic(ROOT + home + "/command/" + type.wireName());
    }

    /** Where a service puts what it could not read. */
    public static Topic deadLetter(HomeId home, String service) {
        return new Topic(ROOT + home + "/dead-letter/" + service);
    }

    /** The last part, for example {@code pattern.detected}. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
