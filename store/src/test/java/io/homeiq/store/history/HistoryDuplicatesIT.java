package io.homeiq.store.history;

import static io.homeiq.store.history.Events.HALL;
import static io.homeiq.store.history.Events.KITCHEN;
import static io.homeiq.store.history.Events.START;
import static io.homeiq.store.history.Events.bySeq;
import static io.homeiq.store.history.Events.byTime;
import static io.homeiq.store.history.Events.call;
import static io.homeiq.store.history.Events.change;
import static io.homeiq.store.history.Events.context;
import static io.homeiq.store.history.Events.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as the same event told twice. */
class HistoryDuplicatesIT {

    @TempDir
    Path folder;

    private HistoryLog open() {
        return HistoryLog.open(folder.resolve("history.db"));
    }

    @Test
    void countsNothingTwiceWithinOneAppend() {
        // Given
        HomeEvent event = change(HALL, "off", "on", START);

        // When
        try (HistoryLog log = open()) {
            Appended appended = log.append(List.of(event, event, event), "test");

            // Then
            assertThat(appended.added()).hasSize(1);
            assertThat(appended.duplicates()).isEqualTo(2);
        }
    }

    @Test
    void takesATruncatedTimeForTheSameEventAndKeepsTheExactOne() {
        // Given
        HomeEvent exact = change(HALL, "off", "on", START);
        HomeEvent truncated = new StateChange(
                HALL, null, "on", Attributes.NONE, START.truncatedTo(ChronoUnit.MILLIS), Context.UNKNOWN);
        try (HistoryLog log = open()) {
            log.append(List.of(truncated), "page");

            // When
            Appended appended = log.append(List.of(exact), "recorder");

            // Then
            assertThat(appended.duplicates()).isEqualTo(1);
            assertThat(appended.enriched()).isEqualTo(1);
            assertThat(byTime(log)).containsExactly(exact);
            assertThat(bySeq(log)).containsExactly(new Sequenced(1, exact));
        }
    }

    @Test
    void keepsWhatItKnowsWhenAPoorerReportFollows() {
        // Given
        Attributes attributes = new Attributes(Map.of("brightness", 80));
        HomeEvent rich = new StateChange(HALL, "off", "on", attributes, START, new Context("a", "b", "c"));
        HomeEvent poor = new StateChange(HALL, null, "on", Attributes.NONE, START, Context.UNKNOWN);
        try (HistoryLog log = open()) {
            log.append(List.of(rich), "recorder");

            // When
            Appended appended = log.append(List.of(poor, poor), "page");

            // Then
            assertThat(appended).isEqualTo(new Appended(List.of(), 2, 1, 0));
            assertThat(byTime(log)).containsExactly(rich);
        }
    }

    @Test
    void tellsStatesAndRemovalsOfOneMillisecondApart() {
        // Given
        List<HomeEvent> events = List.of(
                change(HALL, "off", "on", START),
                change(HALL, "on", "", START),
                change(HALL, "", null, START),
                change(KITCHEN, "off", "on", START));

        // When
        try (HistoryLog log = open()) {
            Appended appended = log.append(events, "test");

            // Then
            assertThat(appended.added()).hasSize(4);
        }
    }

    @Test
    void tellsCallsAndRunsOfOneMillisecondApartByContextAndTargets() {
        // Given
        List<HomeEvent> events = List.of(
                call(HALL, START, context("a")),
                call(KITCHEN, START, context("a")),
                call(HALL, START, context("b")),
                run(START, context("a")),
                run(START, context("b")));

        // When
        try (HistoryLog log = open()) {
            Appended first = log.append(events, "test");
            Appended again = log.append(events, "test");

            // Then
            assertThat(first.added()).hasSize(5);
            assertThat(again.duplicates()).isEqualTo(5);
        }
    }

    @Test
    void completesARunThatCameWithoutItsContext() {
        // Given
        try (HistoryLog log = open()) {
            log.append(List.of(run(START, Context.UNKNOWN)), "logbook");

            // When
            Appended appended = log.append(List.of(run(START, context("a")), run(START, context("b"))), "recorder");

            // Then
            assertThat(appended.enriched()).isEqualTo(1);
            assertThat(byTime(log)).containsExactly(run(START, context("a")), run(START, context("b")));
        }
    }

    @Test
    void takesARunWithoutContextForAnyOfItsMoment() {
        // Given
        try (HistoryLog log = open()) {
            log.append(List.of(run(START, context("a")), run(START, context("b"))), "recorder");

            // When
            Appended appended = log.append(List.of(run(START, Context.UNKNOWN)), "logbook");

            // Then
            assertThat(appended).isEqualTo(new Appended(List.of(), 1, 2, 0));
        }
    }
}
