package io.homeiq.store.history;

import static io.homeiq.store.history.Events.HALL;
import static io.homeiq.store.history.Events.KITCHEN;
import static io.homeiq.store.history.Events.START;
import static io.homeiq.store.history.Events.call;
import static io.homeiq.store.history.Events.change;
import static io.homeiq.store.history.Events.context;
import static io.homeiq.store.history.Events.run;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTotalsIT {

    private static final EntityId AUTOMATION = new EntityId("automation.hall");

    @TempDir
    Path folder;

    @Test
    void countsEachEntityWithItsFirstAndLastTime() {
        // Given
        try (HistoryLog log = open()) {
            log.append(toggles(10), "test");
            log.append(toggles(12), "again");
            log.append(
                    List.of(
                            change(KITCHEN, "on", null, START.plusSeconds(3)),
                            change(KITCHEN, "off", "on", START.minusSeconds(60)),
                            call(HALL, START, context("a")),
                            run(START, context("b"))),
                    "test");

            // When
            EntityTotals totals = totals(log);

            // Then
            assertThat(totals.complete()).isTrue();
            assertThat(totals.entities())
                    .containsExactly(
                            new EntityTotal(AUTOMATION, 1, millis(START), millis(START)),
                            new EntityTotal(HALL, 12, millis(START), millis(START.plusSeconds(11))),
                            new EntityTotal(KITCHEN, 2, millis(START.minusSeconds(60)), millis(START.plusSeconds(3))));
        }
    }

    @Test
    void anEmptyHistoryIsCountedWhole() {
        try (HistoryLog log = open()) {
            assertThat(totals(log)).isEqualTo(new EntityTotals(List.of(), true));
        }
    }

    @Test
    void makesUpInPiecesForAnOlderProgramThatDidNotCount() throws SQLException {
        // Given
        try (HistoryLog log = open()) {
            log.append(toggles(10), "test");
        }
        forgetWhatWasCounted();
        try (HistoryLog log = open()) {
            EntityTotals unknown = totals(log);

            // When
            boolean first = log.countOn(7);
            log.append(List.of(change(KITCHEN, "off", "on", START)), "test");
            boolean second = log.countOn(7);

            // Then
            assertThat(unknown).isEqualTo(new EntityTotals(List.of(), false));
            assertThat(first).isFalse();
            assertThat(second).isTrue();
            assertThat(totals(log).complete()).isTrue();
            assertThat(totals(log).entities()).extracting(EntityTotal::events).containsExactly(10L, 1L);
        }
    }

    private void forgetWhatWasCounted() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"))) {
            Sql.run(connection, "DROP TABLE totals; DROP TABLE counted");
        }
    }

    private HistoryLog open() {
        return HistoryLog.open(folder.resolve("history.db"));
    }

    private static EntityTotals totals(HistoryLog log) {
        try (HistoryReader reader = log.reader()) {
            return reader.totals();
        }
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
