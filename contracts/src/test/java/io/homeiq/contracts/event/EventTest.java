package io.homeiq.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    private static final EventId ID = new EventId("e-1");
    private static final SuggestionId SUGGESTION = new SuggestionId("s_1");

    @Test
    void knowsItsTypeAndItsTopic() {
        Event<?> event = new Event<>(
                ID, new HomeId("lake"), "pattern", Instant.EPOCH, new PatternRetired(new PatternId("p_1"), "gone"));

        assertThat(event.type()).isEqualTo(EventType.PATTERN_RETIRED);
        assertThat(event.topic()).hasToString("homeiq/v1/lake/event/pattern.retired");
        assertThat(event.data().subject()).isEqualTo("p_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "Pattern", "a b"})
    void refusesASourceThatIsNoServiceName(String source) {
        EventData data = new SuggestionApproved(SUGGESTION);

        assertThatThrownBy(() -> new Event<>(ID, HomeId.DEFAULT, source, Instant.EPOCH, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was: " + source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ä"})
    void refusesAnIdThatCannotBeSeen(String id) {
        assertThatThrownBy(() -> new EventId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdMayHave64CharactersButNoMore() {
        assertThat(new EventId("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new EventId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDataThatCannotBe() {
        refused(
                "an import counts from 0, was: 0 added, 0 duplicates, -1 skipped, last number 0",
                () -> new HistoryImported("x", 0, 0, -1, null, null, 0));
        refused("source must not be blank", () -> new HistoryImported(" ", 0, 0, 0, null, null, 0));
        refused("reason must not be blank", () -> new SuggestionExpired(SUGGESTION, ""));
        refused(
                "an automation's version counts from 1, was: 0",
                () -> new AutomationDeployed(SUGGESTION, "homeiq_1", 0, DeploymentTarget.FILE, "x.yaml"));
        refused(
                "an automation's version counts from 1, was: 0",
                () -> new AutomationRolledBack(SUGGESTION, "homeiq_1", 0));
        refused("a model's version counts from 1, was: 0", () -> new ModelPromoted("m", "t", 0, Map.of()));
        refused(
                "metric auc must be a finite number, was: NaN",
                () -> new TrainingCompleted("r", "t", true, Map.of("auc", Double.NaN)));
        refused(
                "confidence must lie within 0 and 1, was: 1.1",
                () -> new QueryAnswered("q", "answer", 1.1, Duration.ZERO));
        refused(
                "outcome must be one of [answer, automation, command, question, refusal], was: shrug",
                () -> new QueryAnswered("q", "shrug", 1, Duration.ZERO));
        refused(
                "an analysis counts from 0 and proves no more than it found, was: 1 days, 1 events, 1 patterns, 2 proven",
                () -> new AnalysisCompleted("r", null, null, 1, 1, 1, 2, Duration.ZERO));
    }

    @Test
    void metricsAreInAlphabeticalOrderAndCannotChange() {
        Map<String, Double> metrics = new java.util.HashMap<>(Map.of("b", 2.0, "a", 1.0, "c", 3.0));
        ModelPromoted promoted = new ModelPromoted("m", "t", 1, metrics);

        metrics.clear();

        assertThat(promoted.metrics().keySet()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> promoted.metrics().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void refused(String message, Runnable build) {
        assertThatThrownBy(build::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
