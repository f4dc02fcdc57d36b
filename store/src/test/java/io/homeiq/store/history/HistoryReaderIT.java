package io.homeiq.store.history;

import static io.homeiq.store.history.Events.HALL;
import static io.homeiq.store.history.Events.KITCHEN;
import static io.homeiq.store.history.Events.START;
import static io.homeiq.store.history.Events.byTime;
import static io.homeiq.store.history.Events.call;
import static io.homeiq.store.history.Events.change;
import static io.homeiq.store.history.Events.context;
import static io.homeiq.store.history.Events.only;
import static io.homeiq.store.history.Events.run;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.StoreException;
import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReaderIT {

    @TempDir
    Path folder;

    private HistoryLog log;

    @BeforeEach
    void open() {
        log = HistoryLog.open(folder.resolve("history.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void readsInOrderOfTimeToTheMicrosecondAndTiesByWhatTheyTell() {
        // Given
        HomeEvent late = change(HALL, "a", "d", START.plusNanos(2_000));
        HomeEvent early = change(HALL, "a", "b", START.plusNanos(1_000));
        HomeEvent tie = change(KITCHEN, "a", "c", START.plusNanos(1_000));
        HomeEvent first = change(KITCHEN, "a", "b", START.minusSeconds(60));
        log.append(List.of(late, tie, early, first), "test");

        // When
        List<HomeEvent> read = byTime(log);

        // Then
        assertThat(read).containsExactly(first, early, tie, late);
    }

    @Test
    void newestFirstIsTheExactReverse() {
        // Given
        List<HomeEvent> events = new ArrayList<>(toggles(20));
        events.add(change(KITCHEN, "off", "on", START.plusSeconds(7)));
        log.append(events, "test");
        List<HomeEvent> reversed = byTime(log).reversed();

        // When
        List<HomeEvent> pages = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            for (int offset = 0; offset < 25; offset += 4) {
                reader.newestFirst(HistoryFilter.everything(), 4, offset, event -> pages.add(event.event()));
            }
        }

        // Then
        assertThat(pages).isEqualTo(reversed);
    }

    @Test
    void readsFromANumberOnAndNoMoreThanAsked() {
        // Given
        log.append(toggles(10), "test");

        // When
        List<Long> read = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            reader.bySeq(4, 3, event -> read.add(event.seq()));
        }

        // Then
        assertThat(read).containsExactly(5L, 6L, 7L);
    }

    @Test
    void takesTheStartAndLeavesOutTheEnd() {
        // Given
        log.append(toggles(10), "test");
        HistoryFilter filter = new HistoryFilter(START.plusSeconds(3), START.plusSeconds(5), Set.of(), false);

        // When
        List<HomeEvent> read = byTime(log, filter);

        // Then
        assertThat(read).extracting(HomeEvent::time).containsExactly(START.plusSeconds(3), START.plusSeconds(4));
    }

    @Test
    void cutsAtTheMicrosecondWithinAMillisecond() {
        // Given
        log.append(
                List.of(change(HALL, "off", "on", START), change(HALL, "on", "off", START.plusNanos(1_000))), "test");

        // When
        List<HomeEvent> until = byTime(log, new HistoryFilter(null, START.plusNanos(500), Set.of(), false));
        List<HomeEvent> from = byTime(log, new HistoryFilter(START.plusNanos(500), null, Set.of(), false));

        // Then
        assertThat(until).extracting(HomeEvent::time).containsExactly(START);
        assertThat(from).extracting(HomeEvent::time).containsExactly(START.plusNanos(1_000));
    }

    @Test
    void findsWhatSomeEntitiesDid() {
        // Given
        EntityId automation = new EntityId("automation.hall");
        HomeEvent hall = change(HALL, "off", "on", START);
        HomeEvent removed = change(HALL, "on", null, START.plusSeconds(1));
        HomeEvent run = run(START.plusSeconds(2), context("a"));
        log.append(
                List.of(
                        hall,
                        removed,
                        run,
                        call(HALL, START.plusSeconds(3), context("b")),
                        change(KITCHEN, "off", "on", START.plusSeconds(4))),
                "test");

        // When
        List<HomeEvent> ofHall = byTime(log, only(HALL));
        List<HomeEvent> ofBoth = byTime(log, only(HALL, automation));
        List<HomeEvent> ofNobody = byTime(log, only(new EntityId("light.unknown")));

        // Then
        assertThat(ofHall).containsExactly(hall, removed);
        assertThat(ofBoth).containsExactly(hall, removed, run);
        assertThat(ofNobody).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoChange() {
        // Given
        HomeEvent hall = change(HALL, "off", "on", START);
        log.append(List.of(run(START, context("a")), hall, call(HALL, START, context("a"))), "test");

        // When
        List<HomeEvent> read = byTime(log, new HistoryFilter(Instant.MIN, Instant.MAX, Set.of(), true));

        // Then
        assertThat(read).containsExactly(hall);
    }

    @Test
    void readsWhileTheWriterGoesOn() {
        // Given
        log.append(toggles(100), "test");
        List<HomeEvent> all = toggles(200);

        // When
        List<Sequenced> read = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            reader.bySeq(0, 1_000, event -> {
                if (read.isEmpty()) {
                    log.append(all, "test");
                }
                read.add(event);
            });

            // Then
            assertThat(read).hasSize(100);
            reader.bySeq(100, 1_000, read::add);
            assertThat(read).extracting(Sequenced::event).isEqualTo(all);
        }
    }

    @Test
    void sumsUp() {
        // Given
        HistorySummary empty;
        try (HistoryReader reader = log.reader()) {
            empty = reader.summary();
        }
        log.append(List.of(change(HALL, "on", null, START.plusSeconds(9)), change(HALL, "off", "on", START)), "test");
        log.append(List.of(run(START.minusSeconds(1), context("a")), change(KITCHEN, "a", "b", START)), "test");

        // When
        HistorySummary summary;
        try (HistoryReader reader = log.reader()) {
            summary = reader.summary();
        }

        // Then
        assertThat(empty).isEqualTo(new HistorySummary(0, null, null, 0, 0));
        assertThat(summary).isEqualTo(new HistorySummary(4, START.minusSeconds(1), START.plusSeconds(9), 4, 2));
    }

    @Test
    void opensOnlyWhatIsThere() {
        // When
        StoreException failure =
                catchThrowableOfType(StoreException.class, () -> HistoryReader.open(folder.resolve("none.db")));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.MISSING);
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @Test
    void passesOnWhatASinkThrows() {
        // Given
        log.append(toggles(3), "test");

        // When
        try (HistoryReader reader = log.reader()) {
            assertThatThrownBy(() -> reader.bySeq(0, 3, event -> {
                        throw new UnsupportedOperationException("enough");
                    }))
                    // Then
                    .hasMessage("enough");
            reader.bySeq(0, 3, event -> assertThat(event.seq()).isPositive());
        }
    }
}
