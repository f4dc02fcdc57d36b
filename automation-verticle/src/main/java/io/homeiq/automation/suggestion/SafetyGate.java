package io.homeiq.automation.suggestion;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/** Judges a rule by the home as it is known now: what was harmless when it was proposed may switch a lock today. */
public final class SafetyGate {

    private final RegistryRepository registry;
    private final HomeId home;

    public SafetyGate(RegistryRepository registry, HomeId home) {
        this.registry = registry;
        this.home = home;
    }

    /** The judgement of today. */
    public Future<Safety> judge(SqlConnection connection, Rule rule) {
        return registry.load(connection, home).map(known -> new SafetyPolicy(known).judge(rule));
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
                suggestion.createdAt());
    }
}
