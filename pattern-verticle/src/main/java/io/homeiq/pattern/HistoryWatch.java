package io.homeiq.pattern;

import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.service.event.CommandConsumer;
import io.homeiq.service.event.EventConsumer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes the service look at the history: the bell, imports, the clock, and the command. On the context of the service only. */
final class HistoryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWatch.class);

    /** A lost bell is made up for after this. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** Sources are often imported one after the other; the analysis waits until they are through. */
    private static final Duration AFTER_IMPORT = Duration.ofSeconds(3);

    /** How often it is looked whether learning is on again, while an import waits for that. */
    private static final Duration LOOK_FOR_LEARNING = Duration.ofSeconds(10);

    private static final long NONE = -1;

    private final Vertx vertx;
    private final HistoryFollower follower;
    private final AnalysisRunner runner;
    private volatile boolean stopping;
    private long pendingAnalysis = NONE;

    HistoryWatch(Vertx vertx, HistoryFollower follower, AnalysisRunner runner) {
        this.vertx = vertx;
        this.follower = follower;
        this.runner = runner;
    }

    /** Begins; succeeds once everything can be heard. The Data API may come up later: until then the bell and the clock try again. */
    Future<?> begin(EventConsumer events, CommandConsumer commands) {
        tell(follower.begin(), "yet");
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> tell(follower.catchUp(), "now"));
        return Future.all(
                events.onBell(StateChanged.class, event -> {
                    tell(follower.heard(event.data()), "now");
                    return Future.succeededFuture();
                }),
                events.onBell(HistoryImported.class, event -> {
                    imported(event);
                    return Future.succeededFuture();
                }),
                commands.on(
                        Command.RunAnalysis.class,
                        command -> runner.trigger("bus").mapEmpty()));
    }

    /** What is cut short because the service ends is no news. */
    private void tell(Future<Void> caughtUp, String when) {
        caughtUp.onFailure(failure -> {
            if (!stopping) {
                LOG.info("the history cannot be read {}: {}", when, failure.getMessage());
            }
        });
    }

    /** A source that brought nothing new changes nothing that an analysis could find. */
    private void imported(Event<HistoryImported> event) {
        if (event.data().added() > 0) {
            analyseSoon(event.time());
        }
    }

    private void analyseSoon(Instant imported) {
        analyseAfter(AFTER_IMPORT, imported);
    }

    private void analyseAfter(Duration pause, Instant imported) {
        vertx.cancelTimer(pendingAnalysis);
        pendingAnalysis = vertx.setTimer(pause.toMillis(), timer -> analyse(imported));
    }

    /** An analysis that somebody starts meanwhile covers the import as well. */
    private void analyse(Instant imported) {
        if (stopping || !runner.lastStart().isBefore(imported)) {
            return;
        }
        runner.isLearning()
                .onSuccess(learning -> {
                    if (learning) {
                        runner.trigger("import").onFailure(failure -> analyseSoon(imported));
                    } else {
                        analyseAfter(LOOK_FOR_LEARNING, imported);
                    }
                })
                .onFailure(failure -> analyseSoon(imported));
    }

    /** Starts nothing more, and makes no news of what ends with the service. */
    void stop() {
        stopping = true;
        runner.stop();
    }
}
