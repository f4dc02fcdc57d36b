package io.homeiq.data.intake;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.data.home.KnownHome;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.homeassistant.live.FeedListener;
import io.homeiq.homeassistant.live.FeedState;
import io.homeiq.homeassistant.live.Origin;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what Home Assistant tells of a home: events go into the log, the rest is remembered for the other services. */
public final class LiveHome implements FeedListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHome.class);

    private final EventIntake intake;
    private final KnownHome home;
    private final PastNews past;
    private volatile FeedState state = new FeedState.Closed();

    /** @param past is told what comes in of the time before */
    public LiveHome(EventIntake intake, KnownHome home, PastNews past) {
        this.intake = intake;
        this.home = home;
        this.past = past;
    }

    @Override
    public Future<Void> events(List<HomeEvent> batch, Origin origin) {
        String source = origin.name().toLowerCase(Locale.ROOT);
        return origin == Origin.LIVE
                ? intake.live(batch, source).mapEmpty()
                : intake.bulk(batch, source).onSuccess(past::cameIn).mapEmpty();
    }

    @Override
    public Future<Void> registry(HomeRegistry registry) {
        return home.replace(registry);
    }

    @Override
    public Future<Void> automations(List<Automation> automations) {
        return home.replace(automations);
    }

    @Override
    public Future<Void> scripts(Scripts scripts) {
        return home.replace(scripts);
    }

    @Override
    public void connection(FeedState now) {
        FeedState before = state;
        state = now;
        past.connection(now);
        if (before instanceof FeedState.Filling && now instanceof FeedState.Filling) {
            return; // it only got further, which is news for nobody
        }
        now.problem()
                .ifPresentOrElse(
                        problem -> LOG.warn("Home Assistant: {}", problem),
                        () -> LOG.info("Home Assistant: {}", now.getClass().getSimpleName()));
    }

    /** How it stands with the connection. */
    public FeedState state() {
        return state;
    }

    /** Whether there is a connection, also while what was missed is still being read. */
    public boolean isConnected() {
        return state instanceof FeedState.Following || state instanceof FeedState.Filling;
    }
}
