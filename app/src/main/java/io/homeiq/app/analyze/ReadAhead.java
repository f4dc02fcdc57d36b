package io.homeiq.app.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two threads for one stream of items: one produces them, the caller's takes them, batch by batch, and is never more than
 * some batches behind.
 *
 * @param <T> an item
 * @param <R> what the producer says at its end
 */
public final class ReadAhead<T, R> {

    private static final int BATCH_ITEMS = 8_192;

    /** Batches that the producer may be ahead. */
    private static final int MAX_WAITING_BATCHES = 8;

    private final BlockingQueue<Parcel<T, R>> parcels = new ArrayBlockingQueue<>(MAX_WAITING_BATCHES);

    /** What the producer sends: a batch, and with the last one how it ended. */
    private record Parcel<T, R>(
            List<T> items,
            boolean last,
            @Nullable R result,
            @Nullable RuntimeException failure) {}

    /** The producer was told to stop, because nobody takes its items any more. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned(InterruptedException cause) {
            super(cause);
        }
    }

    /**
     * Runs both to their end.
     *
     * @param thread name of the producer's thread
     * @param producer hands each item to the sink that it is given
     * @param consumer gets the items in their order, in batches that are not empty, on the caller's thread
     * @return what the producer returned
     * @throws InterruptedException if the caller was interrupted; the producer then stops too
     * @throws RuntimeException what the producer threw, after all items before it were taken, or what the consumer threw
     */
    public R run(String thread, Function<Consumer<T>, R> producer, Consumer<List<T>> consumer)
            throws InterruptedException {
        Thread producing = Thread.ofPlatform().daemon().name(thread).start(() -> produce(producer));
        try {
            while (true) {
                Parcel<T, R> parcel = parcels.take();
                if (!parcel.items().isEmpty()) {
                    consumer.accept(parcel.items());
                }
                if (parcel.failure() != null) {
                    throw parcel.failure();
                }
                R result = parcel.result();
                if (parcel.last() && result != null) {
                    return result;
                }
            }
        } finally {
            producing.interrupt();
            producing.join();
        }
    }

    private void produce(Function<Consumer<T>, R> producer) {
        List<T> batch = new ArrayList<>(BATCH_ITEMS);
        try {
            R result = producer.apply(item -> {
                batch.add(item);
                if (batch.size() == BATCH_ITEMS) {
                    send(new Parcel<>(List.copyOf(batch), false, null, null));
                    batch.clear();
                }
            });
            send(new Parcel<>(List.copyOf(batch), true, result, null));
        } catch (Abandoned left) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A defect in a reader must end the reading with a word, not leave the caller waiting for ever.
            fail(new Parcel<>(List.copyOf(batch), true, null, e));
        }
    }

    private void fail(Parcel<T, R> last) {
        try {
            send(last);
        } catch (Abandoned left) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Parcel<T, R> parcel) {
        try {
            parcels.put(parcel);
        } catch (InterruptedException e) {
            throw new Abandoned(e);
        }
    }
}
