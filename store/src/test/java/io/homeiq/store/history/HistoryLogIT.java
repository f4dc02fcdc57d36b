package io.homeiq.store.history;

import static io.homeiq.store.history.Events.HALL;
import static io.homeiq.store.history.Events.KITCHEN;
import static io.homeiq.store.history.Events.START;
import static io.homeiq.store.history.Events.byTime;
import static io.homeiq.store.history.Events.call;
import static io.homeiq.store.history.Events.change;
import static io.homeiq.store.history.Events.context;
import static io.homeiq.store.history.Events.run;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLogIT {

    @TempDir
    Path folder;

    private HistoryLog open() {
        return HistoryLog.open(folder.resolve("history.db"));
    }

    @Test
    void givesBackEveryKindOfEventAsItWas() {
        // Given
        Context full = new Context("01JFULL", "01JPARENT", "user1");
        Attributes attributes = new Attributes(Map.of("brightness", 80, "colors", List.of("red", "blue"), "on", true));
        List<HomeEvent> all = List.of(
                new StateChange(HALL, "off", "on", attributes, START, full),
                new StateChange(HALL, "on", "on", Attributes.NONE, START.plusSeconds(1), Context.UNKNOWN),
                new StateChange(HALL, null, "", Attributes.NONE, START.plusSeconds(2), context("a")),
                new StateChange(HALL, "", null, Attributes.NONE, START.plusSeconds(3), context("b")),
                call(KITCHEN, START.plusSeconds(4), full),
                run(START.plusSeconds(5), full),
                new ScriptStarted(new EntityId("script.evening"), START.plusSeconds(6), context("c")),
                new CoreStopped(START.plusSeconds(7), context("d")),
                new CoreStarted(START.plusSeconds(8), Context.UNKNOWN));

        // When
        try (HistoryLog log = open()) {
            log.append(all, "test");

            // Then
            assertThat(byTime(log)).isEqualTo(all);
        }
    }

    @Test
    void numbersEventsFromOneWithoutGaps() {
        // Given
        try (HistoryLog log = open()) {
            Appended first = log.append(toggles(3), "test");

            // When
            Appended second = log.append(toggles(5), "test");

            // Then
            assertThat(first.added()).extracting(Sequenced::seq).containsExactly(1L, 2L, 3L);
            assertThat(second.added()).extracting(Sequenced::seq).containsExactly(4L, 5L);
            assertThat(second.duplicates()).isEqualTo(3);
            assertThat(second.lastSeq()).isEqualTo(log.lastSeq()).isEqualTo(5);
        }
    }

    @Test
    void goesOnNumberingAfterItWasClosed() {
        // Given
        try (HistoryLog log = open()) {
            log.append(toggles(3), "test");
        }

        // When
        try (HistoryLog log = open()) {
            Appended more = log.append(toggles(4), "test");

            // Then
            assertThat(more.added()).extracting(Sequenced::seq).containsExactly(4L);
        }
    }

    @Test
    void storesNothingOfAnAppendThatFails() {
        // Given
        HomeEvent impossible = new StateChange(HALL, "off", "on", Attributes.NONE, Instant.MAX, Context.UNKNOWN);
        try (HistoryLog log = open()) {
            log.append(toggles(2), "test");

            // When
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.append(List.of(change(KITCHEN, "off", "on", START), impossible), "test"))
                    .withMessageContaining("+1000000000-12-31");

            // Then
            assertThat(log.lastSeq()).isEqualTo(2);
            assertThat(log.append(List.of(change(KITCHEN, "off", "on", START)), "test")
                            .added())
                    .extracting(Sequenced::seq)
                    .containsExactly(3L);
        }
    }

    @Test
    void losesNothingWhenTheDiskIsFullAndGoesOnWhenThereIsSpace() {
        // Given
        Path file = folder.resolve("full.db");
        int stored;
        StoreException failure;
        try (HistoryLog log = HistoryLog.open(file, HistoryFile.Durability.DISK, 20)) {
            stored = log.append(toggles(50), "test").added().size();

            // When
            failure = catchThrowableOfType(StoreException.class, () -> log.append(toggles(5_000), "test"));

            // Then
            assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
            assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("disk is full");
            assertThat(byTime(log)).hasSize(stored);
            assertThat(log.append(toggles(51), "test").added())
                    .extracting(Sequenced::seq)
                    .containsExactly(51L);
        }
        try (HistoryLog log = HistoryLog.open(file)) {
            assertThat(log.append(toggles(5_000), "test").lastSeq()).isEqualTo(5_000);
        }
    }

    @Test
    void keepsAScratchHistoryLikeAnyOther() {
        // Given
        Path file = folder.resolve("scratch.db");

        // When
        try (HistoryLog log = HistoryLog.openScratch(file)) {
            log.append(toggles(10), "test");

            // Then
            assertThat(byTime(log)).isEqualTo(toggles(10));
        }
    }

    @Test
    void storesEqualAttributesOnce() throws Exception {
        // Given
        HomeEvent[] events = new HomeEvent[100];
        Arrays.setAll(
                events,
                i -> new StateChange(
                        HALL,
                        null,
                        "on",
                        new Attributes(Map.of("a", 1, "b", i % 2)),
                        START.plusSeconds(i),
                        Context.UNKNOWN));

        // When
        try (HistoryLog log = open()) {
            log.append(List.of(events), "test");
        }
        try (HistoryLog log = open()) {
            log.append(
                    List.of(new StateChange(
                            KITCHEN, null, "on", new Attributes(Map.of("b", 1, "a", 1)), START, Context.UNKNOWN)),
                    "test");
        }

        // Then
        try (var connection = HistoryFile.openForReading(folder.resolve("history.db"))) {
            assertThat(Sql.number(connection, "SELECT count(*) FROM attributes"))
                    .isEqualTo(2);
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        // Given
        HistoryLog log = open();
        log.close();
        log.close();

        // When
        StoreException failure = catchThrowableOfType(StoreException.class, () -> log.append(toggles(1), "test"));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
    }
}
