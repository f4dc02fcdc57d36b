package io.homeiq.data;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.data.history.History;
import io.homeiq.data.home.KnownHome;
import io.homeiq.data.intake.EventIntake;
import io.homeiq.data.intake.LiveHome;
import io.homeiq.data.intake.PastNews;
import io.homeiq.data.statestream.StatestreamFeed;
import io.homeiq.data.statestream.StatestreamParts;
import io.homeiq.homeassistant.live.FeedState;
import io.homeiq.homeassistant.live.HomeAssistantFeed;
import io.homeiq.service.event.Announcer;
import io.homeiq.service.health.Readiness;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.history.HistoryReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows the home by what the settings name, if they name anything: from where the log ends, into the log. */
final class Following {

    private final Vertx vertx;
    private final DataParts parts;
    private final EventIntake intake;
    private final KnownHome home;
    private final LiveHome live;
    private final PastNews past;
    private Supplier<Future<?>> end = Future::succeededFuture;

    Following(Vertx vertx, DataParts parts, EventIntake intake, KnownHome home, Announcer announcer) {
        this.vertx = vertx;
        this.parts = parts;
        this.intake = intake;
        this.home = home;
        this.past = new PastNews(vertx, announcer, parts.clock());
        this.live = new LiveHome(intake, home, past);
    }

    /** What the log has already when the feed begins. */
    private record Known(@Nullable Instant until, Set<EntityId> entities) {

        static Known of(HistoryReader reader) {
            return new Known(reader.summary().last(), reader.entities());
        }
    }

    /** Adds the connection to what the service needs. */
    void addTo(Readiness readiness) {
        if (isOfHomeAssistant()) {
            readiness.addFlag("home_assistant", live::isConnected);
        }
    }

    /** Whether Home Assistant itself tells what the home consists of. */
    boolean isOfHomeAssistant() {
        return parts.live() instanceof LiveSource.HomeAssistant;
    }

    /** How it stands with the connection; null if there is to be none. */
    @Nullable
    Supplier<FeedState> state() {
        return isOfHomeAssistant() ? live::state : null;
    }

    /** Succeeds once it is known where to begin; the connection to Home Assistant may come later. */
    Future<?> begin(History history, Metrics metrics) {
        return switch (parts.live()) {
            case null -> Future.succeededFuture();
            case LiveSource.HomeAssistant source -> history.read(Known::of).onSuccess(known -> follow(source, known));
            case LiveSource.Statestream source -> {
                StatestreamFeed feed = new StatestreamFeed(
                        vertx,
                        new StatestreamParts(
                                source.topic(), parts.bus(), intake, home, parts.json(), metrics, parts.clock()));
                end = feed::close;
                yield feed.start(history);
            }
        };
    }

    private void follow(LiveSource.HomeAssistant source, Known known) {
        past.begin(known.until() == null);
        HomeAssistantFeed feed = new HomeAssistantFeed(vertx, source.settings(), source.feed(), live, parts.clock());
        end = feed::close;
        feed.start(known.until(), known.entities());
    }

    Future<?> close() {
        past.close();
        return end.get();
    }
}
