package io.homeiq.automation.history;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.Sequenced;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The history of the home, to be read piece by piece. */
public interface HomeHistory {

    /** Where there is none: everything read is empty. */
    HomeHistory NONE = new HomeHistory() {
        @Override
        public Future<Void> since(Instant start, Pieces pieces) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> after(long seq, Pieces pieces) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> latest(Set<EntityId> entities, Instant start, int most, Pieces pieces) {
            return Future.succeededFuture();
        }
    };

    /** Takes the events piece by piece; the next comes when the future of the one before is done. */
    @FunctionalInterface
    interface Pieces {

        Future<Void> take(List<Sequenced> events);
    }

    /** Everything from a moment on, in order of time. */
    Future<Void> since(Instant start, Pieces pieces);

    /** Everything with a higher number, in order of the numbers. */
    Future<Void> after(long seq, Pieces pieces);

    /**
     * The changes of some entities from a moment on, the newest first.
     *
     * @param most how many changes at most
     */
    Future<Void> latest(Set<EntityId> entities, Instant start, int most, Pieces pieces);
}
