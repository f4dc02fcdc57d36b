package io.homeiq.automation.deployment;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.service.OneAtATime;
import io.homeiq.store.suggestion.DeployedVersion;
import io.homeiq.store.suggestion.Standing;
import io.homeiq.store.suggestion.Trouble;
import io.homeiq.store.suggestion.TroubleRepository;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks after automations in place: whether Home Assistant can run them, and whether they still are as they were put there. What a person changed or took
 * away is the person's from then on; it is noted and nothing else.
 */
public final class Upkeep {

    /** A new automation that cannot run is told for so long; later it is only shown. */
    private static final Duration NEW = Duration.ofDays(7);

    private static final String BY_HAND =
            "it was changed in Home Assistant by hand, so HomeIQ leaves it alone; deploy it with force_deploy to have it back as it was";
    private static final String TAKEN_AWAY =
            "it was taken away in Home Assistant by hand; roll it back here to close it, or deploy it again";

    /** At once; a home has some dozens. */
    private static final int MOST = 1_000;

    private final SuggestionBook book;
    private final DeploymentBook versions;
    private final AutomationTarget target;
    private final OneAtATime turns;
    private final TroubleRepository troubles;

    public Upkeep(DeploymentParts parts, TroubleRepository troubles) {
        this.book = parts.book();
        this.versions = new DeploymentBook(parts.versions(), parts.book().home(), parts.json());
        this.target = parts.target();
        this.turns = parts.turns();
        this.troubles = troubles;
    }

    /** The automations that should be in place where automations are put now, each in its version there. */
    public Future<List<DeployedVersion>> inPlace() {
        return book.read(connection -> versions.newest(connection, Standing.IN_PLACE, MOST, 0)
                .compose(newest -> {
                    Future<List<DeployedVersion>> all = Future.succeededFuture(new java.util.ArrayList<>());
                    for (DeployedVersion version : newest) {
                        all = all.compose(list -> versions.of(connection, version.automationId())
                                .map(history -> {
                                    history.active()
                                            .filter(active -> active.target() == target.kind())
                                            .ifPresent(list::add);
                                    return list;
                                }));
                    }
                    return all;
                }));
    }

    /** What is wrong, by automation id. */
    public Future<Map<String, Trouble>> troubles() {
        return book.read(connection -> troubles.list(connection, book.home())).map(all -> {
            Map<String, Trouble> byId = new HashMap<>();
            all.forEach(trouble -> byId.put(trouble.automationId(), trouble));
            return byId;
        });
    }

    /** Compares each automation in place with what was put there. Fails with what the target fails with; what was seen until then is noted. */
    public Future<Void> look() {
        return inPlace().compose(all -> {
            Future<Void> done = Future.succeededFuture();
            for (DeployedVersion version : all) {
                done = done.compose(before -> turns.run(() -> look(version)));
            }
            return done;
        });
    }

    private Future<Void> look(DeployedVersion version) {
        return target.read(version.automationId()).compose(found -> {
            if (found.isEmpty()) {
                return note(version, Trouble.Kind.GONE, TAKEN_AWAY);
            }
            return found.get().contentHash().equals(version.contentHash())
                    ? clear(version, Trouble.Kind.HAND_EDITED, Trouble.Kind.GONE)
                    : note(version, Trouble.Kind.HAND_EDITED, BY_HAND);
        });
    }

    private Future<Void> note(DeployedVersion version, Trouble.Kind kind, String detail) {
        Trouble trouble = new Trouble(version.automationId(), kind, detail, book.now());
        // A deployment under way may just have changed it; then the version is another one by now.
        return book.write(connection -> versions.of(connection, version.automationId())
                .compose(history -> history.active().filter(version::equals).isPresent()
                        ? troubles.note(connection, book.home(), trouble).mapEmpty()
                        : Future.succeededFuture()));
    }

    private Future<Void> clear(DeployedVersion version, Trouble.Kind... kinds) {
        return troubles().compose(all -> {
            Trouble known = all.get(version.automationId());
            return known != null && List.of(kinds).contains(known.kind())
                    ? book.write(connection -> troubles.clear(connection, book.home(), version.automationId()))
                            .mapEmpty()
                    : Future.succeededFuture();
        });
    }

    /**
     * Takes in which automations Home Assistant shows as unavailable now; all others are well in that respect. A new one that fails so is announced, once.
     *
     * @param unavailable since when, by automation id
     */
    public Future<Void> unavailable(Map<String, Instant> unavailable) {
        return inPlace().compose(all -> {
            Future<Void> done = Future.succeededFuture();
            for (DeployedVersion version : all) {
                Instant since = unavailable.get(version.automationId());
                done = done.compose(before ->
                        since == null ? clear(version, Trouble.Kind.UNAVAILABLE) : unavailable(version, since));
            }
            return done;
        });
    }

    private Future<Void> unavailable(DeployedVersion version, Instant since) {
        String problem = "Home Assistant shows " + version.location() + " as unavailable since " + since
                + ": it may not be able to set it up; look at Settings > Repairs there";
        Trouble trouble = new Trouble(version.automationId(), Trouble.Kind.UNAVAILABLE, problem, since);
        boolean isNew = since.isBefore(version.deployedAt().plus(NEW));
        return troubles()
                .compose(all -> all.containsKey(version.automationId())
                        ? Future.succeededFuture()
                        : book.write(connection -> troubles.note(connection, book.home(), trouble)
                                .compose(noted -> noted && isNew
                                        ? book.announce(
                                                connection,
                                                new AutomationFailed(
                                                        version.suggestionId(), version.automationId(), problem))
                                        : Future.succeededFuture())));
    }
}
