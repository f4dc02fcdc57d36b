package io.homeiq.data.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.data.Samples;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.store.history.HistoryLog;
import io.homeiq.store.history.HistoryReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPagesIT {

    /** So small that the log has many of them. */
    private static final int[] PIECES = {5, 20};

    private static final int LIMIT = 7;
    private static final EntityId RARE = new EntityId("light.attic");

    @TempDir
    private Path folder;

    private HistoryLog log;

    @BeforeEach
    void open() {
        List<HomeEvent> events = new ArrayList<>(Samples.events(300, Samples.START));
        for (int i = 0; i < 10; i++) {
            events.add(Samples.lamp("attic", i, Samples.START.plusSeconds(30L * i + 7)));
        }
        log = HistoryLog.open(folder.resolve("history.db"));
        log.append(events, "test");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void findsWhatIsRareInPiecesWithoutLosingOrDoublingAny() {
        for (Order order : List.of(new Order.OldestFirst(null), new Order.NewestFirst(null))) {
            // Given
            EventQuery query = query(null, null, Set.of(RARE), order);

            // When
            List<List<Long>> pages = pages(query);

            // Then
            assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(whole(query));
            assertThat(whole(query)).hasSize(10);
            assertThat(pages).anySatisfy(page -> assertThat(page).isEmpty());
        }
    }

    @Test
    void staysBetweenTheTimesAndEnds() {
        for (Order order : List.of(new Order.OldestFirst(null), new Order.NewestFirst(null))) {
            // Given
            Instant start = Samples.START.plusSeconds(40);
            EventQuery query = query(start, start.plusSeconds(100), null, order);

            // When
            List<List<Long>> pages = pages(query);

            // Then
            assertThat(pages.stream().flatMap(List::stream).toList())
                    .isEqualTo(whole(query))
                    .hasSizeGreaterThan(90);
        }
    }

    private List<List<Long>> pages(EventQuery query) {
        List<List<Long>> pages = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            Order next = query.order();
            while (next != null) {
                List<Long> page = new ArrayList<>();
                next = new SearchPages(reader, query.in(next), PIECES).read(event -> {
                    page.add(event.seq());
                    return page.size() < LIMIT;
                });
                pages.add(page);
            }
        }
        return pages;
    }

    private List<Long> whole(EventQuery query) {
        List<Sequenced> all = new ArrayList<>();
        try (HistoryReader reader = log.reader()) {
            EventPages.read(reader, query, all::add);
        }
        return all.stream().map(Sequenced::seq).toList();
    }

    private static EventQuery query(
            @Nullable Instant start, @Nullable Instant end, @Nullable Set<EntityId> entities, Order order) {
        return new EventQuery(start, end, entities, Set.of(), Set.of(), order);
    }
}
