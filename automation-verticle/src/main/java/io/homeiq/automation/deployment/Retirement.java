package io.homeiq.automation.deployment;

import io.homeiq.automation.deployment.DeploymentBook.History;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Removal;
import io.homeiq.store.suggestion.DeployedVersion;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;

/**
 * Takes an automation away because the owner agreed that nobody wants it any more. First the target, then one transaction in which all its versions and the
 * suggestions that made them end; after a crash between the two the same is done again. To be called in turn.
 */
final class Retirement {

    private final SuggestionBook book;
    private final DeploymentBook versions;
    private final AutomationTarget target;

    Retirement(SuggestionBook book, DeploymentBook versions, AutomationTarget target) {
        this.book = book;
        this.versions = versions;
        this.target = target;
    }

    /** Either it is gone and the suggestion retired, or why not, in one line. */
    record Outcome(Optional<Suggestion> retired, String problem) {}

    /** Fails if trying again may help. */
    Future<Outcome> carryOut(Suggestion suggestion, Approved approved, History history) {
        Optional<DeployedVersion> active = history.active();
        Future<Removal> removed = active.isEmpty()
                ? Future.succeededFuture(new Removal.AlreadyGone())
                : target.remove(active.get().automationId(), active.get().contentHash());
        return removed.compose(removal -> removal instanceof Removal.HandEdited edited
                ? Future.succeededFuture(new Outcome(Optional.empty(), edited.difference()))
                : record(suggestion, approved, history).map(done -> new Outcome(Optional.of(done), "")));
    }

    private Future<Suggestion> record(Suggestion suggestion, Approved approved, History history) {
        List<DeployedVersion> left = history.versions().stream()
                .filter(version -> version.rolledBackAt() == null)
                .toList();
        return book.write(connection -> {
            Future<?> done = Future.succeededFuture();
            for (DeployedVersion version : left) {
                done = done.compose(before -> end(connection, version));
            }
            return done.compose(ended -> book.replace(
                    connection,
                    suggestion.in(
                            approved.retired(book.now(), suggestion.automation().id())),
                    approved));
        });
    }

    private Future<?> end(SqlConnection connection, DeployedVersion version) {
        return versions.markRolledBack(connection, version, book.now())
                .compose(marked -> book.find(connection, version.suggestionId()))
                .compose(made -> made.state() instanceof Deployed deployed && deployed.version() == version.version()
                        ? book.replace(connection, made.in(deployed.rollBack(book.now())), deployed)
                                .compose(done -> book.announce(
                                        connection, new AutomationRolledBack(made.id(), version.automationId(), null)))
                        : Future.succeededFuture());
    }
}
