package io.homeiq.bus.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTreeTest {

    private static final Grant QOS_0 = new Grant(0, false, false);
    private static final Grant QOS_1 = new Grant(1, false, false);

    private final SubscriptionTree<String> tree = new SubscriptionTree<>();

    /** The examples of the MQTT specification, 4.7. */
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1, true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
        "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
        "sport/#, sport, true",
        "#, sport/tennis, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/ranking, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "/+, /finance, true",
        "+, /finance, false",
        "#, $SYS/uptime, false",
        "+/uptime, $SYS/uptime, false",
        "$SYS/#, $SYS/uptime, true",
        "$SYS/+, $SYS/uptime, true",
        "Sport, sport, false"
    })
    void matchesAsTheSpecificationSays(String filter, String topic, boolean matches) {
        // Given
        tree.add(new TopicFilter(filter), "someone", QOS_1);

        // Then
        assertThat(tree.matching(new Topic(topic)).containsKey("someone")).isEqualTo(matches);
    }

    @Test
    void servesASubscriberWithSeveralFiltersOnceAndBest() {
        // Given
        tree.add(new TopicFilter("a/+"), "someone", QOS_0);
        tree.add(new TopicFilter("a/b"), "someone", QOS_1);
        tree.add(new TopicFilter("#"), "someone", QOS_0);

        // Then
        assertThat(tree.matching(new Topic("a/b"))).containsExactly(Map.entry("someone", QOS_1));
    }

    @Test
    void tellsWhetherAFilterIsNewToASubscriber() {
        assertThat(tree.add(new TopicFilter("a"), "someone", QOS_0)).isTrue();
        assertThat(tree.add(new TopicFilter("a"), "someone", QOS_1)).isFalse();
        assertThat(tree.add(new TopicFilter("a"), "another", QOS_1)).isTrue();
        tree.remove(new TopicFilter("a"), "someone");
        tree.remove(new TopicFilter("never/there"), "someone");
        assertThat(tree.matching(new Topic("a"))).containsOnlyKeys("another");
    }

    @Test
    void agreesWithMatchingFilterByFilter() {
        // Given
        long seed = 11;
        Random random = new Random(seed);
        List<TopicFilter> filters = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TopicFilter filter = new TopicFilter(
                    levels(random, List.of("a", "b", "c", "+", "")) + (random.nextInt(4) == 0 ? "/#" : ""));
            filters.add(filter);
            tree.add(filter, filter.value(), QOS_1);
        }
        List<TopicFilter> removed = filters.subList(0, 50);
        removed.forEach(filter -> tree.remove(filter, filter.value()));

        for (int i = 0; i < 300; i++) {
            // When
            Topic topic = new Topic("x" + levels(random, List.of("a", "b", "c", "")));
            Topic inner = new Topic(
                    topic.value().substring(1).isEmpty() ? "a" : topic.value().substring(1));

            // Then
            List<String> expected = filters.stream()
                    .filter(filter -> !removed.contains(filter) && filter.matches(inner))
                    .map(TopicFilter::value)
                    .distinct()
                    .toList();
            assertThat(tree.matching(inner).keySet())
                    .as("seed %d, %s", seed, inner)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String levels(Random random, List<String> names) {
        StringBuilder text = new StringBuilder(names.get(random.nextInt(names.size() - 1)));
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append('/').append(names.get(random.nextInt(names.size())));
        }
        return text.toString();
    }

    @Test
    void knowsWhatIsTooDeep() {
        assertThat(SubscriptionTree.isTooDeep("a/".repeat(SubscriptionTree.MAX_LEVELS - 1) + "a"))
                .isFalse();
        assertThat(SubscriptionTree.isTooDeep("a/".repeat(SubscriptionTree.MAX_LEVELS) + "a"))
                .isTrue();
    }
}
