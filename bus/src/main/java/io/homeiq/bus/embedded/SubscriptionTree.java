package io.homeiq.bus.embedded;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who subscribes to what, as a tree of topic levels: finding the subscribers of a topic takes as many steps as there are matching branches, however many
 * filters there are.
 *
 * @param <S> a subscriber, by identity
 */
final class SubscriptionTree<S> {

    /** Deeper topics are refused, which bounds the recursion. */
    static final int MAX_LEVELS = 128;

    private final Node<S> root = new Node<>();

    /** Returns whether the subscriber had not yet subscribed to this filter. */
    boolean add(TopicFilter filter, S subscriber, Grant grant) {
        Node<S> node = root;
        for (String level : filter.value().split("/", -1)) {
            node = node.children.computeIfAbsent(level, ignored -> new Node<>());
        }
        return node.subscribers.put(subscriber, grant) == null;
    }

    void remove(TopicFilter filter, S subscriber) {
        remove(root, filter.value().split("/", -1), 0, subscriber);
    }

    private void remove(Node<S> node, String[] levels, int depth, S subscriber) {
        if (depth == levels.length) {
            node.subscribers.remove(subscriber);
            return;
        }
        Node<S> child = node.children.get(levels[depth]);
        if (child != null) {
            remove(child, levels, depth + 1, subscriber);
            if (child.isEmpty()) {
                node.children.remove(levels[depth]);
            }
        }
    }

    /** Each subscriber once, with the best of its grants. */
    Map<S, Grant> matching(Topic topic) {
        Map<S, Grant> found = new LinkedHashMap<>();
        String[] levels = topic.value().split("/", -1);
        collect(root, levels, 0, found);
        return found;
    }

    private void collect(Node<S> node, String[] levels, int depth, Map<S, Grant> found) {
        // Topics like $SYS are for those who ask for them by name.
        boolean wildcards = depth > 0 || !levels[0].startsWith("$");
        Node<S> rest = node.children.get("#");
        if (wildcards && rest != null) {
            rest.addTo(found);
        }
        if (depth == levels.length) {
            node.addTo(found);
            return;
        }
        Node<S> named = node.children.get(levels[depth]);
        if (named != null) {
            collect(named, levels, depth + 1, found);
        }
        Node<S> any = node.children.get("+");
        if (wildcards && any != null) {
            collect(any, levels, depth + 1, found);
        }
    }

    static boolean isTooDeep(String topicOrFilter) {
        return topicOrFilter.chars().filter(c -> c == '/').limit(MAX_LEVELS).count() >= MAX_LEVELS;
    }

    private static final class Node<S> {

        private final Map<String, Node<S>> children = new HashMap<>(4);
        private final Map<S, Grant> subscribers = new HashMap<>(4);

        boolean isEmpty() {
            return children.isEmpty() && subscribers.isEmpty();
        }

        void addTo(Map<S, Grant> found) {
            subscribers.forEach((subscriber, grant) -> found.merge(subscriber, grant, Grant::or));
        }
    }
}
