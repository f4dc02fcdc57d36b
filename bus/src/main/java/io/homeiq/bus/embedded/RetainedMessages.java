package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last word on each topic. */
final class RetainedMessages {

    private final BrokerLimits limits;
    private final Map<Topic, Publication> byTopic = new LinkedHashMap<>();
    private long bytes;

    RetainedMessages(BrokerLimits limits) {
        this.limits = limits;
    }

    /** Keeps it, or forgets the topic if the payload is empty; false if there is no room, and what was there stays. */
    boolean keep(Publication publication) {
        Publication before = byTopic.get(publication.topic());
        int freed = before == null ? 0 : before.payload().length();
        int size = publication.payload().length();
        if (size == 0) {
            byTopic.remove(publication.topic());
            bytes -= freed;
            return true;
        }
        if (bytes - freed + size > limits.maxRetainedBytes()
                || before == null && byTopic.size() >= limits.maxRetained()) {
            return false;
        }
        byTopic.put(publication.topic(), publication);
        bytes += size - freed;
        return true;
    }

    /** What a new subscriber is told, oldest topic first. */
    List<Publication> matching(TopicFilter filter, long now) {
        List<Publication> found = new ArrayList<>();
        boolean wildcards = filter.value().indexOf('+') >= 0 || filter.value().indexOf('#') >= 0;
        if (!wildcards) {
            Publication kept = byTopic.get(new Topic(filter.value()));
            if (kept != null) {
                found.add(kept);
            }
        } else {
            boolean hidden = filter.value().startsWith("+") || filter.value().startsWith("#");
            for (Publication kept : byTopic.values()) {
                if (!(hidden && kept.topic().value().startsWith("$")) && filter.matches(kept.topic())) {
                    found.add(kept);
                }
            }
        }
        List<Publication> expired =
                found.stream().filter(kept -> kept.isExpired(now)).toList();
        expired.forEach(this::forget);
        found.removeAll(expired);
        return found;
    }

    private void forget(Publication kept) {
        byTopic.remove(kept.topic());
        bytes -= kept.payload().length();
    }
}
