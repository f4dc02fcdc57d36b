package io.homeiq.automation.validation;

import io.homeiq.automation.suggestion.SafetyGate;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.deploy.AutomationTarget;
import io.homeiq.homeassistant.deploy.Requirements;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.mining.safety.SafetyReview.Reviewed;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Reads an automation, judges its safety, and asks the home and Home Assistant whether it could work. Changes nothing. */
public final class Validation {

    private final SharedDatabase database;
    private final SafetyGate gate;
    private final RegistryRepository registry;
    private final AutomationTarget target;

    public Validation(SharedDatabase database, SafetyGate gate, RegistryRepository registry, AutomationTarget target) {
        this.database = database;
        this.gate = gate;
        this.registry = registry;
        this.target = target;
    }

    /**
     * The verdict on the one automation of the text.
     *
     * @param entities whether the entities that it names must be known in the home
     * @param services whether Home Assistant is asked for its services and its own opinion
     */
    Future<Verdict> of(String yaml, boolean entities, boolean services) {
        List<String> errors = new ArrayList<>();
        List<Automation> automations = read(yaml, errors);
        if (errors.isEmpty() && automations.size() != 1) {
            errors.add("there are " + automations.size() + " automations in it; give one");
        }
        if (!errors.isEmpty()) {
            return Future.succeededFuture(new Verdict(errors, List.of(), null));
        }
        Automation automation = automations.getFirst();
        return database.read(connection -> registry.load(connection, gate.home()))
                .compose(known -> whole(automation, services)
                        .compose(gate::review)
                        .map(reviewed -> new Seen(automation, known, reviewed)))
                .compose(seen -> judge(seen, entities, services));
    }

    private static List<Automation> read(String yaml, List<String> errors) {
        try {
            return AutomationYaml.read(yaml, broken -> errors.add("line " + broken.line() + ": " + broken.reason()));
        } catch (SourceException e) {
            errors.add(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    /** Without Home Assistant its blueprint is not looked into, which is asked about. */
    private Future<Automation> whole(Automation automation, boolean services) {
        return services ? target.filledIn(automation).otherwise(automation) : Future.succeededFuture(automation);
    }

    /** What the home says of it without being asked. */
    private record Seen(Automation automation, HomeRegistry known, Reviewed reviewed) {}

    private Future<Verdict> judge(Seen seen, boolean entities, boolean services) {
        Automation automation = seen.automation();
        Reviewed reviewed = seen.reviewed();
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        if (entities) {
            unknown(automation, seen.known(), errors, warnings);
        }
        if (!services) {
            return Future.succeededFuture(new Verdict(errors, warnings, reviewed));
        }
        return target.objection(automation)
                .map(objection -> {
                    objection.filter(any -> errors.isEmpty()).ifPresent(errors::add);
                    return new Verdict(errors, warnings, reviewed);
                })
                .recover(failure -> unasked(failure, new Verdict(errors, warnings, reviewed)));
    }

    private static void unknown(Automation automation, HomeRegistry known, List<String> errors, List<String> warnings) {
        if (known.entities().isEmpty()) {
            warnings.add("the entities of this home are not known yet, so they were not looked up");
            return;
        }
        Requirements.of(AutomationTree.write(automation)).entities().stream()
                .filter(entity -> known.entity(new EntityId(entity)).isEmpty())
                .forEach(entity -> errors.add("this home has no entity " + entity));
    }

    /** An answer without Home Assistant is better than none, if it says so. */
    private static Future<Verdict> unasked(Throwable failure, Verdict verdict) {
        if (!(failure instanceof HomeAssistantException)) {
            return Future.failedFuture(failure);
        }
        List<String> warnings = new ArrayList<>(verdict.warnings());
        warnings.add("Home Assistant could not be asked: " + failure.getMessage());
        return Future.succeededFuture(new Verdict(verdict.errors(), warnings, verdict.reviewed()));
    }
}
