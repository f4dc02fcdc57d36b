package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Effects;
import io.homeiq.mining.safety.conduct.Occasion;
import java.util.ArrayList;
import java.util.List;

/**
 * What an automation does upon one of its occasions.
 *
 * @param deeds in the order written; what certainly cannot come about upon this occasion is left out
 * @param effects of these, on known entities
 */
record Run(Conduct conduct, Occasion occasion, List<Deed> deeds, List<Effect> effects) {

    /** One for each occasion that its conditions let through. */
    static List<Run> of(Conduct conduct) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < conduct.occasions().size(); i++) {
            Occasion occasion = conduct.occasions().get(i);
            if (!Moments.canHold(occasion, conduct.conditions())) {
                continue;
            }
            List<Deed> deeds = new ArrayList<>();
            for (Deed deed : conduct.deeds()) {
                boolean isAtOnce = deed.after().isZero() && deed.isSure();
                if (deed.isUpon(i) && (!isAtOnce || Moments.canHold(occasion, conduct.conditionsOf(deed)))) {
                    deeds.add(deed);
                }
            }
            List<Effect> effects = new ArrayList<>();
            deeds.forEach(deed -> effects.addAll(Effects.of(deed)));
            runs.add(new Run(conduct, occasion, deeds, effects));
        }
        return runs;
    }

    /** All that must hold for the effect, the occasion itself included. */
    List<Condition> conditionsOf(Effect effect) {
        return Logic.joined(Logic.heldAt(occasion), conduct.conditionsOf(effect.deed()));
    }

    /** Whether something on the way to it cannot be told, so that nothing may be claimed of it. */
    static boolean isOpen(Deed deed) {
        return deed.guards().stream().anyMatch(guard -> !guard.condition().isTransparent());
    }
}
