package io.homeiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times of day, patterns and the sun, also when clocks change. */
class ClockTest {

    private static LittleHome with(Map<String, Object> trigger) {
        return new LittleHome().with("triggers", List.of(trigger));
    }

    private static List<String> times(LittleHome home) {
        return home.firings().stream().map(firing -> firing.time().toString()).toList();
    }

    @Test
    void aSkippedTimeDoesNotFireAndARepeatedOneFiresTwice() {
        // Given
        Map<String, Object> trigger = Map.of("trigger", "time", "at", "02:30:00");

        // When
        List<String> spring =
                times(with(trigger).in("Europe/Amsterdam").during("2026-03-28T20:00:00Z", Duration.ofDays(2)));
        List<String> autumn =
                times(with(trigger).in("Europe/Amsterdam").during("2026-10-24T20:00:00Z", Duration.ofDays(1)));

        // Then
        assertThat(spring).containsExactly("2026-03-30T00:30:00Z");
        assertThat(autumn).containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");
    }

    @Test
    void aStepCountsFromZero() {
        assertThat(with(Map.of("trigger", "time_pattern", "minutes", "/7"))
                        .during("2026-06-01T10:40:00Z", Duration.ofMinutes(30))
                        .fired())
                .containsExactly(120.0, 540.0, 960.0, 1200.0, 1620.0);
    }

    @Test
    void aLargerUnitImpliesZeroOfTheSmallerOnes() {
        assertThat(times(with(Map.of("trigger", "time_pattern", "hours", "/1"))))
                .containsExactly("2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z");
    }

    @Test
    void loadingWithinTheSecondOfATimeFiresAtOnce() {
        assertThat(with(Map.of("trigger", "time", "at", "10:00"))
                        .during("2026-06-01T10:00:00.4Z", Duration.ofMinutes(1))
                        .fired())
                .containsExactly(0.0);
    }

    @Test
    void afterIsInclusiveAndBeforeExclusive() {
        // Given
        LittleHome home = with(Map.of("trigger", "time_pattern", "minutes", "/30"))
                .with("conditions", List.of(Map.of("condition", "time", "after", "10:30", "before", "11:30")));

        // When, Then
        assertThat(home.outcomes())
                .containsExactly(Outcome.CONDITION_FAILED, Outcome.RAN, Outcome.RAN, Outcome.CONDITION_FAILED);
    }

    @Test
    void theSunSetsWhenHomeAssistantSaysSo() {
        // Given: the time that astral 2.2 gives for the place
        LittleHome home = with(Map.of("trigger", "sun", "event", "sunset"))
                .in("Europe/Amsterdam")
                .during("2026-06-01T10:00:00Z", Duration.ofHours(12));

        // When
        Instant fired = home.firings().getFirst().time();

        // Then
        assertThat(fired).isBetween(Instant.parse("2026-06-01T19:49:00Z"), Instant.parse("2026-06-01T19:54:00Z"));
    }

    @Test
    void atTheTriggerSunsetItIsAfterSunset() {
        // Given
        LittleHome home = with(Map.of("trigger", "sun", "event", "sunset"))
                .with("conditions", List.of(Map.of("condition", "sun", "after", "sunset")))
                .in("Europe/Amsterdam")
                .during("2026-06-01T10:00:00Z", Duration.ofHours(12));

        // When, Then
        assertThat(home.outcomes()).containsExactly(Outcome.RAN);
    }
}
