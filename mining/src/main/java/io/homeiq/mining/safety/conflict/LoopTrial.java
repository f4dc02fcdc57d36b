package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Effects;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays a few automations against each other on paper, to see whether they come to rest. */
final class LoopTrial {

    /** Two automations that still run after so many turns do not stop. */
    private static final int MAX_TURNS = 40;

    private final List<Run> runs;
    private final Physics physics;
    private final Map<EntityId, String> states = new HashMap<>();
    private final Map<EntityId, Map<String, Object>> settings = new HashMap<>();
    private final Map<EntityId, Physics.Push> pushes = new HashMap<>();
    private final Deque<Run> due = new ArrayDeque<>();

    /** @param runs of all that take part */
    LoopTrial(List<Run> runs, Physics physics) {
        this.runs = runs;
        this.physics = physics;
    }

    /** Whether it goes on and on, once this has happened. */
    boolean goesOn(Run first) {
        switch (first.occasion()) {
            case Occasion.Becomes becomes
            when becomes.attribute() == null && becomes.to().size() == 1 ->
                states.put(becomes.entity(), becomes.to().iterator().next());
            case Occasion.Crosses crosses ->
                pushes.put(crosses.entity(), crosses.above() != null ? Physics.Push.UP : Physics.Push.DOWN);
            default -> {}
        }
        due.add(first);
        int turns = 0;
        while (!due.isEmpty() && turns < MAX_TURNS) {
            turns++;
            run(due.poll());
        }
        return !due.isEmpty();
    }

    private void run(Run run) {
        for (Deed deed : run.deeds()) {
            if (Run.isOpen(deed)
                    || Logic.cannotHold(Logic.joined(known(), run.conduct().conditionsOf(deed)))) {
                continue;
            }
            Effects.of(deed).forEach(this::apply);
            runs.stream()
                    .filter(next -> Sparks.starts(deed, next.conduct(), next.occasion()))
                    .filter(next -> !due.contains(next))
                    .forEach(due::add);
        }
    }

    private List<Condition> known() {
        List<Condition> known = new ArrayList<>();
        states.forEach((entity, state) -> known.add(Logic.is(entity, state)));
        return known;
    }

    private void apply(Effect effect) {
        EntityId entity = effect.entity();
        String before = states.get(entity);
        String after = after(effect.outcome(), before);
        boolean isStateChange = after != null && !after.equals(before) || effect.outcome() instanceof Outcome.Nudges;
        boolean isSettingChange = effect.outcome() instanceof Outcome.Sets sets
                && !sets.settings().isEmpty()
                && !sets.settings().equals(settings.put(entity, sets.settings()));
        if (after != null) {
            states.put(entity, after);
        }
        for (Run next : runs) {
            boolean isLit = (isStateChange || isSettingChange)
                    && Sparks.lights(effect, next.occasion())
                    && isFrom(next.occasion(), before)
                    && (isStateChange || isOfSettings(next.occasion()))
                    && isTo(next.occasion(), after);
            if (isLit || isPushed(effect, next)) {
                due.add(next);
            }
        }
        remember(effect);
    }

    private static @Nullable String after(Outcome outcome, @Nullable String before) {
        return switch (outcome) {
            case Outcome.Sets sets -> sets.state() == null ? before : sets.state();
            case Outcome.Toggles toggles -> "on".equals(before) ? "off" : "on";
            default -> before;
        };
    }

    private static boolean isFrom(Occasion occasion, @Nullable String before) {
        return !(occasion instanceof Occasion.Becomes becomes)
                || becomes.from().isEmpty()
                || before == null
                || becomes.from().contains(before);
    }

    private static boolean isTo(Occasion occasion, @Nullable String after) {
        return !(occasion instanceof Occasion.Becomes becomes)
                || after == null
                || becomes.admits(after)
                || becomes.attribute() != null;
    }

    private static boolean isOfSettings(Occasion occasion) {
        return occasion instanceof Occasion.Becomes becomes
                ? becomes.anyChange() || becomes.attribute() != null
                : occasion instanceof Occasion.Crosses;
    }

    private boolean isPushed(Effect effect, Run next) {
        if (!(next.occasion() instanceof Occasion.Crosses crosses)) {
            return false;
        }
        return physics.on(effect, crosses)
                .filter(influence -> pushes.get(crosses.entity()) != influence.push())
                .filter(influence -> (influence.push() == Physics.Push.UP) == (crosses.above() != null))
                .isPresent();
    }

    private void remember(Effect effect) {
        for (Run run : runs) {
            if (run.occasion() instanceof Occasion.Crosses crosses) {
                physics.on(effect, crosses).ifPresent(influence -> pushes.put(crosses.entity(), influence.push()));
            }
        }
    }
}
