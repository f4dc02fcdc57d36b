package io.homeiq.replay.action;

import io.homeiq.replay.config.EntityIds;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.run.Halt;
import io.homeiq.replay.run.Pending;
import io.homeiq.replay.run.Run;
import io.homeiq.replay.run.Step;
import io.homeiq.replay.run.Then;
import io.homeiq.replay.template.TemplateTree;
import io.homeiq.replay.value.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls a service.
 *
 * @param name a text, or a template that gives one
 * @param data in their order; later ones replace earlier ones
 * @param entityId the older place for targets; a list, {@code all} or {@code none}
 * @param answer the variable that takes the response; null if none is wanted
 */
record CallAction(
        Services services,
        TemplateTree name,
        @Nullable TemplateTree target,
        List<TemplateTree> data,
        @Nullable Object entityId,
        @Nullable String answer,
        boolean forgives)
        implements Step.Action {

    private static final Set<String> WORDS = Set.of("all", "none");

    @Override
    public void perform(Run run, Then then) {
        String service = service(run);
        Map<String, @Nullable Object> targets = targets(run);
        Map<String, @Nullable Object> options = options(run);
        options.putAll(targets);
        int dot = service.indexOf('.');
        ServiceCall call =
                new ServiceCall(service.substring(0, dot), service.substring(dot + 1), options, run.context());
        Pending pending = new Pending();
        Runnable leave;
        try {
            leave = services.call(call, pending);
        } catch (Fault fault) {
            throw forgives && fault.is(Fault.Kind.UNEXPECTED)
                    ? new Fault(Fault.Kind.HOME_ASSISTANT, fault.reason())
                    : fault;
        }
        if (pending.isDone()) {
            end(run, then, pending.problem());
        } else {
            waitFor(pending, leave, run, then);
        }
    }

    private void end(Run run, Then then, @Nullable RuntimeException problem) {
        if (problem == null && answer != null) {
            run.variables().put(answer, new LinkedHashMap<>());
        }
        then.resume(problem);
    }

    /** The service has not ended: with the run it is left. */
    private void waitFor(Pending pending, Runnable leave, Run run, Then then) {
        boolean[] over = {false};
        Runnable onStop = () -> {
            leave.run();
            run.core()
                    .loop()
                    .soon(() -> run.core().loop().soon(() -> {
                        if (!over[0]) {
                            over[0] = true;
                            then.resume(new Halt(Halt.Kind.CANCELLED, "the run was stopped"));
                        }
                    }));
        };
        run.stop().whenDone(onStop);
        pending.then(problem -> run.core().loop().soon(() -> {
            if (!over[0]) {
                over[0] = true;
                run.stop().forget(onStop);
                end(run, then, problem);
            }
        }));
    }

    private String service(Run run) {
        Object rendered;
        try {
            rendered = name.render(run.scope());
        } catch (Fault fault) {
            throw homeAssistants("Error rendering service name template: ", fault);
        }
        String service = name.isConstant() ? PlainText.of(rendered) : EntityIds.one(rendered);
        if (service == null) {
            throw new Fault(Fault.Kind.HOME_ASSISTANT, "Template rendered invalid service: " + PlainText.of(rendered));
        }
        return service;
    }

    private static Fault homeAssistants(String prefix, Fault fault) {
        return fault.is(Fault.Kind.TEMPLATE) ? new Fault(Fault.Kind.HOME_ASSISTANT, prefix + fault.reason()) : fault;
    }

    private Map<String, @Nullable Object> targets(Run run) {
        Map<String, @Nullable Object> targets = new LinkedHashMap<>();
        if (target != null) {
            try {
                addAll(targets, target.render(run.scope()));
            } catch (Fault fault) {
                throw homeAssistants("Error rendering service target template: ", fault);
            }
            if (targets.containsKey("entity_id")) {
                targets.put("entity_id", entityIds(targets.get("entity_id")));
            }
        }
        if (entityId != null) {
            targets.put("entity_id", entityId);
        }
        return targets;
    }

    private static void addAll(Map<String, @Nullable Object> targets, @Nullable Object rendered) {
        if (!(rendered instanceof Map<?, ?> map)) {
            throw new Fault(Fault.Kind.UNEXPECTED, "target is no mapping: " + PlainText.of(rendered));
        }
        map.forEach((key, value) -> targets.put(PlainText.of(key), value));
    }

    private static Object entityIds(@Nullable Object given) {
        // As in Python the text of nothing is "None": a target that renders to nothing means nobody.
        String word = PlainText.of(given).toLowerCase(Locale.ROOT);
        if (WORDS.contains(word)) {
            return word;
        }
        List<String> ids = EntityIds.several(given);
        if (ids == null) {
            throw new Fault(Fault.Kind.HOME_ASSISTANT, "Template rendered invalid entity IDs: " + PlainText.of(given));
        }
        return ids;
    }

    private Map<String, @Nullable Object> options(Run run) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        for (TemplateTree part : data) {
            Object rendered;
            try {
                rendered = part.render(run.scope());
            } catch (Fault fault) {
                throw homeAssistants("Error rendering data template: ", fault);
            }
            if (!(rendered instanceof Map<?, ?> map)) {
                throw new Fault(Fault.Kind.HOME_ASSISTANT, "Error rendering data template: Result is not a Dictionary");
            }
            map.forEach((key, value) -> options.put(PlainText.of(key), value));
        }
        return options;
    }
}
