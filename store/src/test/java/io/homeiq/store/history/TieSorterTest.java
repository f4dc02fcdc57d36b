package io.homeiq.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TieSorterTest {

    private final List<Long> given = new ArrayList<>();

    private void feed(TieSorter sorter, long seq, long micros) {
        sorter.accept(micros, new Sequenced(seq, Events.change(Events.HALL, "off", "on", Times.instant(micros))));
    }

    @Test
    void sortsWithinAMillisecondByTimeThenNumber() {
        // Given
        TieSorter sorter = new TieSorter(false, event -> given.add(event.seq()));

        // When
        feed(sorter, 1, 5_300);
        feed(sorter, 3, 5_100);
        feed(sorter, 2, 5_100);
        feed(sorter, 4, 6_000);
        sorter.finish();

        // Then
        assertThat(given).containsExactly(2L, 3L, 1L, 4L);
    }

    @Test
    void sortsTheOtherWayRoundForTheNewestFirst() {
        // Given
        TieSorter sorter = new TieSorter(true, event -> given.add(event.seq()));

        // When
        feed(sorter, 4, 6_000);
        feed(sorter, 1, 5_300);
        feed(sorter, 2, 5_100);
        feed(sorter, 3, 5_100);
        sorter.finish();

        // Then
        assertThat(given).containsExactly(4L, 1L, 3L, 2L);
    }

    @Test
    void whatHappenedTogetherIsInTheSameOrderHoweverItArrived() {
        // Given a run, its call and two changes of one moment
        List<HomeEvent> together = List.of(
                Events.run(Events.START, Events.context("run")),
                Events.call(Events.HALL, Events.START, Events.context("run")),
                Events.change(Events.HALL, "off", "on", Events.START),
                Events.change(Events.KITCHEN, "off", "on", Events.START));
        List<HomeEvent> read = new ArrayList<>();
        TieSorter sorter = new TieSorter(false, event -> read.add(event.event()));

        // When
        for (int i = together.size() - 1; i >= 0; i--) {
            sorter.accept(Times.micros(Events.START), new Sequenced(together.size() - i, together.get(i)));
        }
        sorter.finish();

        // Then what explains comes first
        assertThat(read).containsExactlyElementsOf(together);
    }

    @Test
    void stopsWhenNoMoreIsWanted() {
        // Given
        TieSorter sorter = new TieSorter(false, event -> {
            given.add(event.seq());
            return given.size() < 2;
        });

        // When
        LongStream.rangeClosed(1, 3).forEach(seq -> feed(sorter, seq, 5_000 + seq));
        boolean wanted = sorter.finish();

        // Then
        assertThat(wanted).isFalse();
        assertThat(given).containsExactly(1L, 2L);
    }
}
