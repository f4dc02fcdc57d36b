package io.homeiq.automation.repair;

import io.homeiq.automation.suggestion.Newcomers;
import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Trial;
import io.homeiq.mining.repair.Verdict;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.service.ProblemException;
import io.homeiq.store.suggestion.DeployedVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns what is thought of an automation into a suggestion: one of each kind for each version, so that a no to it holds as long as the automation stays as
 * it is. One that waits for an answer follows what is thought, and is withdrawn when that has changed.
 */
final class RepairProposals {

    private static final int NAME_DIGITS = 16;

    private final SuggestionBook book;
    private final SafetyGate gate;
    private final Newcomers newcomers;

    RepairProposals(SuggestionBook book, SafetyGate gate, Newcomers newcomers) {
        this.book = book;
        this.gate = gate;
        this.newcomers = newcomers;
    }

    /** Proposes, refreshes and withdraws, in one transaction. */
    Future<Void> take(DeployedVersion version, Verdict verdict, HomeRegistry registry) {
        return book.write(connection -> {
            Future<Void> done = Future.succeededFuture();
            for (Repair.Kind kind : Repair.Kind.values()) {
                boolean meant = verdict instanceof Verdict.Repairable repair && repair.kind() == kind;
                done = done.compose(before -> meant
                        ? propose(connection, version, (Verdict.Repairable) verdict, registry)
                        : withdraw(connection, version, kind));
            }
            return done;
        });
    }

    private Future<Void> propose(
            SqlConnection connection, DeployedVersion version, Verdict.Repairable repair, HomeRegistry registry) {
        return gate.judge(connection, version.automation().with(repair.rule())).compose(safety -> {
            if (SafetyGate.forbids(safety) && repair.kind() != Repair.Kind.RETIREMENT) {
                return withdraw(connection, version, repair.kind());
            }
            return book.find(connection, version.suggestionId())
                    .compose(made -> write(connection, suggestion(made, version, repair, safety, registry)));
        });
    }

    private Future<Void> write(SqlConnection connection, Suggestion fresh) {
        return existing(connection, fresh.id()).compose(found -> {
            if (found.isEmpty()) {
                return book.add(connection, fresh)
                        .compose(added -> added ? newcomers.tell(connection, fresh) : Future.succeededFuture());
            }
            return switch (found.get().state()) {
                case Proposed waiting ->
                    book.replace(connection, fresh.in(waiting), waiting).mapEmpty();
                case Expired gone ->
                    book.replace(connection, fresh, gone).compose(done -> newcomers.tell(connection, fresh));
                default -> Future.succeededFuture();
            };
        });
    }

    private Future<Void> withdraw(SqlConnection connection, DeployedVersion version, Repair.Kind kind) {
        return existing(connection, new SuggestionId("sug_" + name(version, kind)))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : switch (found.get().state()) {
                            case Proposed waiting -> expire(connection, found.get(), waiting.expire(book.now()));
                            case Trial trial ->
                                expire(
                                        connection,
                                        found.get(),
                                        trial.drop(book.now()).expire(book.now()));
                            default -> Future.succeededFuture();
                        });
    }

    private Future<Void> expire(SqlConnection connection, Suggestion waiting, Expired next) {
        return book.replace(connection, waiting.in(next), waiting.state())
                .compose(done -> book.announce(
                        connection,
                        new SuggestionExpired(waiting.id(), "what people do since speaks for it no longer")));
    }

    private Future<Optional<Suggestion>> existing(SqlConnection connection, SuggestionId id) {
        return book.find(connection, id)
                .map(Optional::of)
                .recover(failure -> failure instanceof ProblemException
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private Suggestion suggestion(
            Suggestion made, DeployedVersion version, Verdict.Repairable repair, Safety safety, HomeRegistry registry) {
        String rule = new SuggestionWriter(registry, new SafetyPolicy(registry)).title(repair.rule());
        String title = RepairWords.title(repair, version.automation(), rule);
        String description = RepairWords.description(repair, version.automation());
        Automation before = version.automation();
        Automation after = repair.kind() == Repair.Kind.RETIREMENT
                ? before
                : new Automation(
                        before.id(),
                        rule,
                        "Repaired by HomeIQ. " + description,
                        repair.rule(),
                        before.mode(),
                        before.extras());
        return new Suggestion(
                new SuggestionId("sug_" + name(version, repair.kind())),
                new PatternId(name(version, repair.kind())),
                made.kind(),
                title,
                description,
                repair.certainty(),
                1 - repair.certainty(),
                after,
                repair.evidence(),
                repair.kind() == Repair.Kind.RETIREMENT ? RepairWords.HARMLESS : safety,
                new Proposed(book.now()),
                book.now(),
                new Repair(version.automationId(), repair.kind(), repair.undone()));
    }

    /** The same for the same version and kind, and short enough for an id. */
    private static String name(DeployedVersion version, Repair.Kind kind) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        String what = version.automationId() + "/" + version.version() + "/" + word;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return "repair_" + word + "_" + HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
