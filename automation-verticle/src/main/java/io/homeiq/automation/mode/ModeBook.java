package io.homeiq.automation.mode;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.suggestion.Mode;
import io.homeiq.store.learning.LearningPauseRepository;
import io.homeiq.store.learning.LearningPauses;
import io.homeiq.store.setting.SettingRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The choices of one home as they are stored: they outlive a restart, and every service sees them. */
public final class ModeBook {

    private static final Logger LOG = LoggerFactory.getLogger(ModeBook.class);
    private static final String NAME = "mode";

    private final SettingRepository settings = new SettingRepository();
    private final LearningPauseRepository pauses = new LearningPauseRepository();
    private final HomeId home;
    private final InstantSource clock;

    public ModeBook(HomeId home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    /** As chosen last; by default habits are learned and suggested. */
    public Future<ChosenMode> load(SqlConnection connection) {
        return settings.get(connection, home, NAME)
                .compose(stored -> pauses(connection).map(known -> new ChosenMode(mode(stored), known.since())));
    }

    /** While nothing was to be learned. */
    public Future<LearningPauses> pauses(SqlConnection connection) {
        return pauses.load(connection, home);
    }

    /**
     * Chooses anew; asked again for what is so already, nothing is changed.
     *
     * @param mode null: as before
     * @param learning null: as before
     */
    Future<ChosenMode> choose(SqlConnection connection, @Nullable Mode mode, @Nullable Boolean learning) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return choose(connection, mode, now)
                .compose(chosen -> learn(connection, learning, now))
                .compose(learned -> load(connection));
    }

    private Future<Void> choose(SqlConnection connection, @Nullable Mode mode, Instant now) {
        return mode == null
                ? Future.succeededFuture()
                : settings.set(connection, home, NAME, mode.name().toLowerCase(Locale.ROOT), now);
    }

    private Future<Boolean> learn(SqlConnection connection, @Nullable Boolean learning, Instant now) {
        if (learning == null) {
            return Future.succeededFuture(false);
        }
        return learning ? pauses.resume(connection, home, now) : pauses.pause(connection, home, now);
    }

    private static Mode mode(Optional<String> stored) {
        if (stored.isEmpty()) {
            return Mode.SUGGEST;
        }
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(stored.get()))
                .findFirst()
                .orElseGet(() -> {
                    LOG.warn(
                            "the stored mode {} is not known here, so nothing is suggested; choose another",
                            stored.get());
                    return Mode.OFF;
                });
    }
}
