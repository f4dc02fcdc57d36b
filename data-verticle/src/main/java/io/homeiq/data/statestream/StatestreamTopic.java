package io.homeiq.data.statestream;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.EntityId;
import java.util.Optional;

/**
 * What one topic of the stream tells of: {@code <base>/<domain>/<object_id>/<part>}.
 *
 * @param part {@code state}, {@code last_updated}, {@code last_changed}, or the name of an attribute
 */
record StatestreamTopic(EntityId entity, String part) {

    static final String STATE = "state";
    static final String LAST_UPDATED = "last_updated";
    static final String LAST_CHANGED = "last_changed";

    private static final int LEVELS = 3;

    /** All topics of the stream below this base topic, which does not end with a slash. */
    static TopicFilter filter(String base) {
        return new TopicFilter(base + "/+/+/+");
    }

    /** Empty if the topic names no entity. */
    static Optional<StatestreamTopic> read(String base, Topic topic) {
        if (!topic.value().startsWith(base + "/")) {
            return Optional.empty();
        }
        String[] levels = topic.value().substring(base.length() + 1).split("/", -1);
        if (levels.length != LEVELS || levels[2].isEmpty() || !EntityId.isValid(levels[0] + "." + levels[1])) {
            return Optional.empty();
        }
        return Optional.of(new StatestreamTopic(new EntityId(levels[0] + "." + levels[1]), levels[2]));
    }
}
