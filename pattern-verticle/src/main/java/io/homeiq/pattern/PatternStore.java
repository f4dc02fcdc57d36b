package io.homeiq.pattern;

import io.homeiq.contracts.event.AnalysisCompleted;
import io.homeiq.contracts.event.EventData;
import io.homeiq.contracts.event.PatternChanged;
import io.homeiq.contracts.event.PatternDetected;
import io.homeiq.contracts.event.PatternRetired;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Drift;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.mining.habit.proof.Continuity;
import io.homeiq.mining.habit.proof.KnownPatterns;
import io.homeiq.service.event.Announcer;
import io.homeiq.store.learning.LearningPauseRepository;
import io.homeiq.store.learning.LearningPauses;
import io.homeiq.store.pattern.PatternFilter;
import io.homeiq.store.pattern.PatternRepository;
import io.homeiq.store.pattern.Saved;
import io.homeiq.store.pattern.StoredPattern;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps what was found, and announces what of it is new, changed or gone, in one transaction with keeping it. */
final class PatternStore {

    private static final String NOT_FOUND = "the habit is not found any more";

    private final Announcer announcer;
    private final PatternRepository patterns;
    private final RegistryRepository registry;
    private final HomeId home;
    private final PatternNumbers numbers;
    private final InstantSource clock;
    private final LearningPauseRepository pauses = new LearningPauseRepository();

    PatternStore(
            Announcer announcer,
            PatternRepository patterns,
            RegistryRepository registry,
            HomeId home,
            PatternNumbers numbers,
            InstantSource clock) {
        this.announcer = announcer;
        this.patterns = patterns;
        this.registry = registry;
        this.home = home;
        this.numbers = numbers;
        this.clock = clock;
    }

    Future<KnownHome> home() {
        return announcer.read(connection -> registry.load(connection, home)
                .compose(parts -> registry.loadAutomations(connection, home)
                        .compose(automations ->
                                active(connection).map(known -> new KnownHome(parts, automations, known)))));
    }

    /** While the owner did not want anything to be learned. */
    Future<LearningPauses> pauses() {
        return announcer.read(connection -> pauses.load(connection, home));
    }

    /** In which the home lives, as far as is known now. */
    Future<ZoneId> timeZone() {
        return announcer
                .read(connection -> registry.load(connection, home))
                .map(parts -> parts.config().timeZone());
    }

    /** Keeps and announces what live events brought to light. */
    Future<Void> announceFresh(List<Pattern> fresh) {
        List<PatternKind> detected = new ArrayList<>();
        return fresh.isEmpty()
                ? Future.succeededFuture()
                : announcer
                        .write(connection -> saveAll(connection, fresh, detected))
                        .onSuccess(saved -> detected.forEach(numbers::detected));
    }

    /**
     * Keeps the result of an analysis: what was proven before and is not found any more is retired.
     *
     * @param completed announced after everything else
     * @param more what else the analysis found is kept by this
     */
    Future<Void> announceAll(
            List<Pattern> found, AnalysisCompleted completed, Function<SqlConnection, Future<Void>> more) {
        List<PatternKind> detected = new ArrayList<>();
        return announcer
                .write(connection -> active(connection)
                        .compose(known -> {
                            List<Pattern> standing = Continuity.join(known, found, endOf(completed));
                            return saveAll(connection, standing, detected)
                                    .compose(saved -> retireMissing(connection, known, standing));
                        })
                        .compose(done -> more.apply(connection))
                        .compose(done -> announcer.announce(connection, completed))
                        .<Void>mapEmpty())
                .onSuccess(saved -> detected.forEach(numbers::detected));
    }

    private Instant endOf(AnalysisCompleted completed) {
        Instant end = completed.end();
        return end == null ? clock.instant() : end;
    }

    private Future<List<Pattern>> active(SqlConnection connection) {
        return patterns.list(connection, home, PatternFilter.best(PatternFilter.MAX_LIMIT))
                .map(stored -> stored.stream().map(StoredPattern::pattern).toList());
    }

    /** @param detected hears the kinds of those that are announced as detected */
    private Future<Void> saveAll(SqlConnection connection, List<Pattern> found, List<PatternKind> detected) {
        return each(
                found,
                pattern -> pattern.isOver()
                        ? end(connection, pattern)
                        : patterns.save(connection, home, pattern)
                                .compose(saved -> news(before(saved, pattern), pattern)
                                        .or(() -> AnomalyNews.of(saved, pattern, clock.instant()))
                                        .map(news -> announce(connection, news, detected))
                                        .orElseGet(Future::succeededFuture)));
    }

    /** Keeps what is known of a habit that people left or moved, as retired; who knew it as proven hears why. */
    private Future<Void> end(SqlConnection connection, Pattern over) {
        return patterns.find(connection, home, over.id()).compose(stored -> {
            if (stored.filter(known -> known.retired() && known.pattern().equals(over))
                    .isPresent()) {
                return Future.succeededFuture();
            }
            boolean known = stored.filter(
                            before -> !before.retired() && before.pattern().isProven())
                    .isPresent();
            return patterns.save(connection, home, over)
                    .compose(saved -> patterns.retire(connection, home, over.id(), clock.instant()))
                    .compose(retired -> known
                            ? announcer
                                    .announce(connection, new PatternRetired(over.id(), reason(over)))
                                    .mapEmpty()
                            : Future.succeededFuture());
        });
    }

    private static String reason(Pattern over) {
        Drift drift = over.drift();
        return drift == null ? NOT_FOUND : drift.reason();
    }

    private Future<Void> announce(SqlConnection connection, EventData news, List<PatternKind> detected) {
        if (news instanceof PatternDetected first) {
            detected.add(first.pattern().kind());
        }
        return announcer.announce(connection, news).mapEmpty();
    }

    /** The pattern as the others know it, if they do. */
    private static Optional<Pattern> before(Saved saved, Pattern found) {
        return switch (saved) {
            case Saved.Added ignored -> Optional.empty();
            case Saved.Returned ignored -> Optional.empty();
            case Saved.Changed changed -> Optional.of(changed.before());
            case Saved.Unchanged ignored -> Optional.of(found);
        };
    }

    /** What the others should hear: only proven patterns are announced, and what was once announced is kept up to date. */
    static Optional<EventData> news(Optional<Pattern> known, Pattern found) {
        boolean wasProven = known.filter(Pattern::isProven).isPresent();
        if (!wasProven) {
            return found.isProven() ? Optional.of(new PatternDetected(found)) : Optional.empty();
        }
        Pattern before = known.get();
        boolean changed = !found.isProven()
                || !before.rule().equals(found.rule())
                || Math.abs(before.confidence() - found.confidence()) >= KnownPatterns.MATERIAL_CONFIDENCE;
        return changed ? Optional.of(new PatternChanged(found, before.confidence())) : Optional.empty();
    }

    private Future<Void> retireMissing(SqlConnection connection, List<Pattern> known, List<Pattern> found) {
        Set<PatternId> present = new HashSet<>();
        found.forEach(pattern -> present.add(pattern.id()));
        List<Pattern> gone = known.stream()
                .filter(pattern -> !present.contains(pattern.id()))
                .toList();
        return each(
                gone,
                pattern -> patterns.retire(connection, home, pattern.id(), clock.instant())
                        .compose(retired -> pattern.isProven()
                                ? announcer
                                        .announce(connection, new PatternRetired(pattern.id(), NOT_FOUND))
                                        .mapEmpty()
                                : Future.succeededFuture()));
    }

    /** One after the other, for a transaction has one connection. */
    private static <T> Future<Void> each(List<T> items, Function<T, Future<Void>> work) {
        Future<Void> done = Future.succeededFuture();
        for (T item : items) {
            done = done.compose(before -> work.apply(item));
        }
        return done;
    }
}
