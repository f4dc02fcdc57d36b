package io.homeiq.automation.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.homeassistant.automation.ConductReader;
import io.homeiq.homeassistant.automation.Scripts;
import io.homeiq.mining.safety.PowerPeaks;
import io.homeiq.mining.safety.SafetyReview;
import io.homeiq.mining.safety.SafetyReview.Found;
import io.homeiq.mining.safety.SafetyReview.Reviewed;
import io.homeiq.mining.safety.conflict.Past;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges an automation by the home as it is known now, together with all automations that are there: what was harmless when it was proposed may
 * switch a lock today, or undo what another automation does.
 */
public final class SafetyGate {

    private final SharedDatabase database;
    private final RegistryRepository registry;
    private final HomeId home;
    private final RecentPast past;

    /** @param past shows what it finds where that happened */
    public SafetyGate(SharedDatabase database, RegistryRepository registry, HomeId home, RecentPast past) {
        this.database = database;
        this.registry = registry;
        this.home = home;
        this.past = past;
    }

    /** Whose automations it knows. */
    public HomeId home() {
        return home;
    }

    /** The judgement of today on a rule that is no automation yet, within a transaction: history, which may be slow, is not asked. */
    public Future<Safety> judge(SqlConnection connection, Rule rule) {
        return judge(connection, new Automation("", "this rule", "", rule, RunMode.SINGLE, Verbatim.EMPTY));
    }

    /** The same for an automation; one of the same id is what it takes the place of. */
    public Future<Safety> judge(SqlConnection connection, Automation automation) {
        return written(connection)
                .compose(written -> off(() -> written.look(automation).judge(Past.NONE)))
                .map(Reviewed::safety);
    }

    /** The judgement of today with what history tells, as it counts before a deployment; not to be asked for within a transaction. */
    public Future<Safety> judge(Automation automation) {
        return review(automation).map(Reviewed::safety);
    }

    /** The same with what it does to the others, and they to it. */
    public Future<Reviewed> review(Automation automation) {
        return database.read(this::written)
                .compose(written -> off(() -> written.look(automation)))
                .compose(seen ->
                        past.of(seen.found().entities()).compose(remembered -> off(() -> seen.judge(remembered))));
    }

    private Future<Written> written(SqlConnection connection) {
        return registry.load(connection, home)
                .compose(known -> registry.loadAutomations(connection, home)
                        .compose(existing -> registry.loadScripts(connection, home)
                                .compose(scripts -> registry.loadPowerPeaks(connection, home)
                                        .map(peaks -> new Written(
                                                known, existing, scripts, new PowerPeaks(peaks.orElse(Map.of())))))));
    }

    /** The home, what its people wrote, and what its devices were seen to draw. */
    private record Written(HomeRegistry known, List<Automation> existing, Verbatim scripts, PowerPeaks peaks) {

        Seen look(Automation automation) {
            ConductReader reader = new ConductReader(known, Scripts.of(scripts));
            SafetyReview review = new SafetyReview(known, peaks, reader.readAll(existing));
            return new Seen(review, review.look(reader.read(automation)));
        }
    }

    /** What was found without history, and who judges it. */
    private record Seen(SafetyReview review, Found found) {

        Reviewed judge(Past past) {
            return review.judge(found, past);
        }
    }

    /** A home with hundreds of automations takes a while, in which others want to be served. */
    private static <T> Future<T> off(Supplier<T> work) {
        Context context = Vertx.currentContext();
        return context == null
                ? Future.succeededFuture(work.get())
                : context.executeBlocking(work::get, false).map(Objects::requireNonNull);
    }

    /**
     * What stands in the way of putting it in place now: that it is forbidden, or that something is asked about to which nobody agreed.
     *
     * @param agreed the judgement that the owner agreed to before; null: none
     * @param consent whether the owner agrees in this very call
     * @return one line for the owner, with the cure; empty if nothing does
     */
    public static Optional<String> objection(Safety safety, @Nullable Safety agreed, Consent consent) {
        if (forbids(safety)) {
            return Optional.of(refusal(safety));
        }
        boolean isAgreed = consent == Consent.GIVEN
                || agreed != null
                        && agreed.verdict() == SafetyVerdict.ASK
                        && agreed.reasons().containsAll(safety.reasons());
        return safety.verdict() == SafetyVerdict.PASS || isAgreed ? Optional.empty() : Optional.of(question(safety));
    }

    private static String question(Safety safety) {
        int more = safety.reasons().size() - 1;
        String first = safety.reasons().isEmpty() ? "" : safety.reasons().getFirst();
        return "it needs your consent"
                + (first.isEmpty() ? "" : ": " + shown(first, safety))
                + (more > 0 ? " (and " + more + " more, see its safety)" : "")
                + "; say \"consent\": true with it if you want that";
    }

    /** A reason as history shows it, if it does. */
    private static String shown(String reason, Safety safety) {
        List<String> examples = safety.examples() == null ? List.of() : safety.examples();
        return examples.stream()
                .filter(example -> example.startsWith(reason))
                .findFirst()
                .orElse(reason);
    }

    /** Whether nobody may deploy it, whoever consents. */
    public static boolean forbids(Safety safety) {
        return safety.verdict() == SafetyVerdict.BLOCK;
    }

    /** Why it is forbidden, in one line for the owner. */
    public static String refusal(Safety safety) {
        return "the safety check forbids it"
                + (safety.reasons().isEmpty() ? "" : ": " + safety.reasons().getFirst())
                + "; write such an automation by hand if you want it";
    }

    /** The suggestion with another judgement, one step further in its life. */
    public static Suggestion judged(Suggestion suggestion, Safety safety, SuggestionState next) {
        return new Suggestion(
                suggestion.id(),
                suggestion.patternId(),
                suggestion.kind(),
                suggestion.title(),
                suggestion.description(),
                suggestion.confidence(),
                suggestion.qValue(),
                suggestion.automation(),
                suggestion.evidence(),
                safety,
                next,
                suggestion.createdAt(),
                suggestion.repair());
    }
}
