package io.homeiq.automation.device;

import io.homeiq.automation.mode.ModeBook;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.wording.Wordings;
import io.homeiq.bus.Message;
import io.homeiq.contracts.event.Topic;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the retained state of the device, {@code device/state}, up to date. Safe to use from every thread. */
final class DeviceBoard {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceBoard.class);
    private static final SuggestionFilter BEST = new SuggestionFilter(ShownBook.WAITING, DeviceState.MAX_LINES, 0);

    private final SuggestionBook book;
    private final ShownBook shown;
    private final ModeBook modes;
    private final Wordings wordings;
    private final ConsumerParts parts;
    private final OneAtATime turns = new OneAtATime();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile @Nullable String answer;
    private volatile @Nullable DeviceState last;

    DeviceBoard(SuggestionBook book, ShownBook shown, ModeBook modes, Wordings wordings, ConsumerParts parts) {
        this.book = book;
        this.shown = shown;
        this.modes = modes;
        this.wordings = wordings;
        this.parts = parts;
    }

    /** Something may have changed, or is changing in a transaction under way. Many calls in a row are one; never waits, never fails. */
    void touch() {
        if (waiting.compareAndSet(false, true)) {
            turns.run(this::publish)
                    .onFailure(failure -> LOG.debug("the device shows it later: {}", failure.toString()));
        }
    }

    /** As {@link #touch}, and tells it although nothing changed: somebody may not have heard. */
    void tellAgain() {
        last = null;
        touch();
    }

    /** What came of a press, in plain words. */
    void answered(String words) {
        answer = DeviceState.shortened(words, DeviceState.MAX_TITLE);
        touch();
    }

    /** Read as a writer: that waits for the transaction under way, which may be the very change to be shown. */
    private Future<Void> publish() {
        return book.write(connection -> {
                    waiting.set(false);
                    return snapshot(connection);
                })
                .onFailure(failure -> waiting.set(false))
                .compose(this::publish);
    }

    /** Without a connection it would only fill the queue: with the next one it is told again. */
    private Future<Void> publish(DeviceState state) {
        if (state.equals(last) || !parts.bus().isConnected()) {
            return Future.succeededFuture();
        }
        Buffer payload = Buffer.buffer(parts.json().toBytes(state));
        return parts.bus()
                .publish(new Message(Topic.device(parts.home(), "state"), payload, true))
                .onSuccess(told -> last = state);
    }

    private Future<DeviceState> snapshot(SqlConnection connection) {
        return book.count(connection, Set.of(SuggestionStatus.PROPOSED))
                .compose(proposed -> book.count(connection, Set.of(SuggestionStatus.TRIAL))
                        .compose(onTrial -> book.list(connection, BEST)
                                .compose(best -> shown.choose(connection, best)
                                        .map(chosen -> new DeviceState.Waiting(proposed, onTrial, best, chosen)))))
                .compose(counted -> modes.load(connection)
                        .map(mode -> DeviceState.of(counted, mode, answer, wordings, parts.json())));
    }
}
