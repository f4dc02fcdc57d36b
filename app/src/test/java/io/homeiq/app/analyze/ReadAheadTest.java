package io.homeiq.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {

    private static final int MANY = 200_000;

    private final ReadAhead<Integer, String> readAhead = new ReadAhead<>();
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void everyItemIsTakenOnceAndInOrder() throws InterruptedException {
        // When
        String result = readAhead.run("producer", sink -> count(MANY, sink), taken::addAll);

        // Then
        assertThat(result).isEqualTo("done");
        assertThat(taken)
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    }

    @Test
    void nothingToReadIsNoBatchAtAll() throws InterruptedException {
        // When
        String result = readAhead.run("producer", sink -> "nothing", batch -> {
            throw new AssertionError("a batch of " + batch.size());
        });

        // Then
        assertThat(result).isEqualTo("nothing");
    }

    @Test
    void aProducerThatFailsDoesSoAfterWhatItProduced() {
        // When, Then
        assertThatThrownBy(() -> readAhead.run(
                        "producer",
                        sink -> {
                            count(10_000, sink);
                            throw new IllegalStateException("torn");
                        },
                        taken::addAll))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("torn");
        assertThat(taken).hasSize(10_000);
    }

    @Test
    void aProducerStopsWhenNobodyTakesItsItems() {
        // Given
        AtomicLong produced = new AtomicLong();

        // When
        assertThatThrownBy(() -> readAhead.run("producer", sink -> endless(produced, sink), batch -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");

        // Then the thread has ended by now
        assertThat(produced.get()).isPositive();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("producer");
    }

    private static String count(int items, Consumer<Integer> sink) {
        IntStream.range(0, items).forEach(sink::accept);
        return "done";
    }

    private static String endless(AtomicLong produced, Consumer<Integer> sink) {
        while (true) {
            sink.accept((int) produced.incrementAndGet());
        }
    }
}
