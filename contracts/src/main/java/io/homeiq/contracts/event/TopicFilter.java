package io.homeiq.contracts.event;

import io.homeiq.contracts.home.HomeId;

/**
 * Which topics a subscriber wants, in MQTT's notation: {@code +} stands for one level, a last {@code #} for all the rest.
 *
 * @param value a valid MQTT topic filter
 */
public record TopicFilter(String value) {

    private static final String ROOT = "homeiq/v1/";

    public TopicFilter {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an MQTT topic filter: " + value);
        }
    }

    private static boolean isValid(String filter) {
        if (filter.isEmpty() || filter.indexOf('\0') >= 0) {
            return false;
        }
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            String level = levels[i];
            boolean wild = level.indexOf('+') >= 0 || level.indexOf('#') >= 0;
            boolean whole = level.equals("+") || level.equals("#") && i == levels.length - 1;
            if (wild && !whole) {
                return false;
            }
        }
        return true;
    }

    /** Just this topic. */
    public static TopicFilter exactly(Topic topic) {
        return new TopicFilter(topic.value());
    }

    /** Events of one type, of one home. */
    public static TopicFilter event(HomeId home, EventType type) {
        return exactly(Topic.event(home, type));
    }

    /** Events of every type, but of one home. */
    public static TopicFilter everyEvent(HomeId home) {
        return new TopicFilter(ROOT + home + "/event/+");
    }

    /** Commands of every type, but to one home. */
    public static TopicFilter everyCommand(HomeId home) {
        return new TopicFilter(ROOT + home + "/command/+");
    }

    /**
     * Whether a message on the topic is wanted. {@code a/#} also matches {@code a}; a wildcard at the front does not
     * match the broker's own topics, which begin with {@code $} (MQTT 3.1.1, section 4.7).
     */
    public boolean matches(Topic topic) {
        if (topic.value().startsWith("$") && !value.startsWith("$")) {
            return false;
        }
        String[] wanted = value.split("/", -1);
        String[] levels = topic.value().split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !wanted[i].equals("+") && !wanted[i].equals(levels[i])) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }

    @Override
    public String toString() {
        return value;
    }
}
