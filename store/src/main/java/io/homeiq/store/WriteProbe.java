package io.homeiq.store;

import io.homeiq.store.StoreException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how writing goes, so that whoever asks whether the database can be written need not write: while writes go well, nothing is tried; when
 * nobody has written since the last question, something is, once for all who ask meanwhile.
 */
final class WriteProbe {

    private boolean wroteSinceAsked;
    private boolean broken;
    private @Nullable Future<Void> running;

    /** A transaction ended; what its own work failed with says nothing about the database. */
    synchronized void note(@Nullable Throwable failure) {
        if (failure == null) {
            wroteSinceAsked = true;
            broken = false;
        } else if (failure instanceof StoreException store && store.kind() != Kind.CLOSED) {
            wroteSinceAsked = false;
            broken |= store.kind() != Kind.BUSY;
        }
    }

    /** Whether the last write failed, other than for a lock; then only a real write can show that it works again. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** @param attempt tries to write */
    synchronized Future<Void> ask(Supplier<Future<Void>> attempt) {
        if (wroteSinceAsked) {
            wroteSinceAsked = false;
            return Future.succeededFuture();
        }
        if (running != null) {
            return running;
        }
        Promise<Void> answer = Promise.promise();
        running = answer.future();
        attempt.get().onComplete(tried -> {
            answered(tried.succeeded());
            answer.handle(tried);
        });
        return answer.future();
    }

    private synchronized void answered(boolean well) {
        running = null;
        broken &= !well;
    }
}
