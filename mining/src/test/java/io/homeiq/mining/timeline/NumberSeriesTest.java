package io.homeiq.mining.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {

    private static final long START = 1_772_366_400_000L;

    private record Reading(long time, float value) {}

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        // Given
        long seed = 3;
        SplittableRandom random = new SplittableRandom(seed);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            readings.add(new Reading(START + i * 7_000L + random.nextInt(900), random.nextInt(1_000) / 10f));
        }
        NumberSeries inOrder = new NumberSeries();
        readings.forEach(reading -> inOrder.add(reading.time(), reading.value()));

        // When
        Collections.shuffle(readings, new Random(seed));
        NumberSeries shuffled = new NumberSeries();
        readings.forEach(reading -> shuffled.add(reading.time(), reading.value()));
        readings.forEach(reading -> shuffled.add(reading.time(), reading.value()));

        // Then
        assertThat(text(shuffled)).as("seed %d", seed).isEqualTo(text(inOrder));
    }

    @Test
    void whatAnActBringsAboutIsNotToldBeforeTheAct() {
        // Given the count of lamps, told ten milliseconds after one of them went off
        long act = START + 795;
        NumberSeries series = new NumberSeries();
        series.add(START - 60_000, 2);

        // When
        series.add(act + 10, 1);

        // Then
        assertThat(series.valueBefore(act)).isEqualTo(2);
        assertThat(series.timeAt(1)).isGreaterThan(act);
    }

    @Test
    void aFullSeriesKeepsTheLargeStepsOfAllItsDays() {
        // Given a machine that runs once a day, with small noise every minute
        SplittableRandom random = new SplittableRandom(4);
        NumberSeries series = new NumberSeries();

        // When
        int days = 60;
        for (int minute = 0; minute < days * 1_440; minute++) {
            boolean runs = minute % 1_440 >= 600 && minute % 1_440 < 700;
            series.add(START + minute * 60_000L, (runs ? 2_000 : 5) + random.nextInt(100) / 100f);
        }

        // Then
        int rises = 0;
        for (int i = 1; i < series.size(); i++) {
            rises += series.valueAt(i) > 100 && series.valueAt(i - 1) <= 100 ? 1 : 0;
        }
        assertThat(rises).isEqualTo(days);
        assertThat(series.size()).isLessThan(NumberSeries.MAX_POINTS);
        assertThat(series.timeAt(0)).isEqualTo(START);
    }

    @Test
    void pureNoiseForgetsTheOldest() {
        // Given
        SplittableRandom random = new SplittableRandom(5);
        NumberSeries series = new NumberSeries();

        // When
        long last = START;
        for (int i = 0; i < 3 * NumberSeries.MAX_POINTS; i++) {
            last = START + i * 20_000L;
            series.add(last, random.nextInt(2) * 100);
        }

        // Then
        assertThat(series.size()).isLessThan(NumberSeries.MAX_POINTS);
        assertThat(series.timeAt(series.size() - 1)).isEqualTo(last);
    }

    @Test
    void tellsWhatHeldJustBefore() {
        // Given
        NumberSeries series = new NumberSeries();
        series.add(START, 20);
        series.add(START + 60_000, 21);
        series.add(START + 120_000, Float.NaN);

        // When / Then
        assertThat(series.valueBefore(START)).isNaN();
        assertThat(series.valueBefore(START + 1)).isEqualTo(20);
        assertThat(series.valueBefore(START + 60_000)).isEqualTo(20);
        assertThat(series.valueBefore(START + 60_001)).isEqualTo(21);
        assertThat(series.valueBefore(START + 130_000)).isNaN();
    }

    private static String text(NumberSeries series) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            text.append(series.timeAt(i)).append(' ').append(series.valueAt(i)).append('\n');
        }
        return text.toString();
    }

    @Test
    void findsTheFirstReadingFromAnyTimeOnHoweverUnevenTheyAre() {
        // Given readings that come in bursts with long pauses
        long seed = 8;
        SplittableRandom random = new SplittableRandom(seed);
        NumberSeries series = new NumberSeries();
        long time = START;
        for (int i = 0; i < 500; i++) {
            time += random.nextInt(20) == 0 ? random.nextLong(86_400_000L) : 10_000 + random.nextInt(9_000);
            series.add(time, i);
        }

        // When
        long last = time + 50_000;
        List<Long> wrong = LongStream.iterate(START - 50_000, asked -> asked < last, asked -> asked + 70_001)
                .filter(asked -> !isFirst(series, series.firstAtOrAfter(asked), asked))
                .boxed()
                .toList();

        // Then
        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(new NumberSeries().firstAtOrAfter(START)).isZero();
    }

    private static boolean isFirst(NumberSeries series, int found, long asked) {
        return (found == 0 || series.timeAt(found - 1) < asked)
                && (found == series.size() || series.timeAt(found) >= asked);
    }
}
