package io.homeiq.automation;

import io.homeiq.automation.deployment.Deployments;
import io.homeiq.automation.suggestion.Consent;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.trial.Trials;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.Command;
import io.homeiq.service.event.CommandConsumer;
import io.vertx.core.Future;
import java.util.List;

/** What the owner can say on the bus; it does the same as over HTTP. */
final class Commands {

    private Commands() {}

    static List<Future<Subscription>> obey(
            CommandConsumer commands, Decisions decisions, Deployments deployments, Trials trials) {
        return List.of(
                commands.on(
                        Command.ApproveSuggestion.class,
                        command -> decisions
                                .approve(command.suggestionId().value(), null, Consent.of(command.consent()))
                                .mapEmpty()),
                commands.on(
                        Command.RejectSuggestion.class,
                        command -> decisions
                                .reject(command.suggestionId().value(), command.reason())
                                .mapEmpty()),
                commands.on(
                        Command.TrySuggestion.class,
                        command -> trials.begin(command.suggestionId().value()).mapEmpty()),
                commands.on(
                        Command.PromoteSuggestion.class,
                        command -> trials.promote(command.suggestionId().value(), Consent.of(command.consent()))
                                .mapEmpty()),
                commands.on(
                        Command.DropTrial.class,
                        command -> trials.drop(command.suggestionId().value()).mapEmpty()),
                commands.on(
                        Command.RollBackAutomation.class,
                        command -> deployments
                                .rollBack(command.suggestionId().value(), Consent.of(command.consent()))
                                .mapEmpty()));
    }
}
