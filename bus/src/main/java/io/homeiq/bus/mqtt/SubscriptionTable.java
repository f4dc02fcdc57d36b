package io.homeiq.bus.mqtt;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who wants what. On the bus's context only. */
final class SubscriptionTable {

    private final Map<TopicFilter, List<LocalSubscription>> byFilter = new LinkedHashMap<>();
    private final Set<TopicFilter> abandoned = new LinkedHashSet<>();

    void add(LocalSubscription subscription) {
        byFilter.computeIfAbsent(subscription.filter(), ignored -> new ArrayList<>())
                .add(subscription);
        abandoned.remove(subscription.filter());
    }

    /** Returns whether nobody wants the filter any more; it is then {@link #abandoned} until {@link #forgotten}. */
    boolean remove(LocalSubscription subscription) {
        List<LocalSubscription> others = byFilter.get(subscription.filter());
        if (others == null || !others.remove(subscription) || !others.isEmpty()) {
            return false;
        }
        byFilter.remove(subscription.filter());
        abandoned.add(subscription.filter());
        return true;
    }

    /** What the broker must be asked for. */
    List<TopicFilter> filters() {
        return List.copyOf(byFilter.keySet());
    }

    /** What the broker may still believe that we want. */
    List<TopicFilter> abandoned() {
        return List.copyOf(abandoned);
    }

    void forgotten(TopicFilter filter) {
        abandoned.remove(filter);
    }

    List<LocalSubscription> matching(Topic topic) {
        List<LocalSubscription> wanting = new ArrayList<>();
        byFilter.forEach((filter, subscriptions) -> {
            if (filter.matches(topic)) {
                wanting.addAll(subscriptions);
            }
        });
        return wanting;
    }

    List<LocalSubscription> all() {
        return byFilter.values().stream().flatMap(List::stream).toList();
    }
}
