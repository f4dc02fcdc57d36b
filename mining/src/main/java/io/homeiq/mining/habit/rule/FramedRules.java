package io.homeiq.mining.habit.rule;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.mining.safety.SafetyPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what follows from a rule alone, whatever the days tell of it. It is asked for at every act of people, and made
 * once for each rule: registry and automations stay as they are as long as a miner lives.
 */
public final class FramedRules {

    /** Of more rules than that, the one that was asked for the longest ago is framed anew. */
    private static final int MAX_RULES = 4_096;

    /**
     * A rule seen from all sides but that of the days.
     *
     * @param id of the pattern whose rule it is
     * @param doing the owner's automation that does the same already, if there is one
     * @param safety what may be proposed of it
     */
    public record Framed(PatternId id, Optional<Automation> doing, Safety safety) {}

    private record Said(PatternKind kind, Rule rule) {}

    private final HomeId homeId;
    private final SafetyPolicy safety;
    private final ExistingAutomations existing;
    private final Map<Said, Framed> known = new LinkedHashMap<>(16, 0.75f, true);

    public FramedRules(HomeId homeId, SafetyPolicy safety, ExistingAutomations existing) {
        this.homeId = homeId;
        this.safety = safety;
        this.existing = existing;
    }

    public Framed of(PatternKind kind, Rule rule) {
        Said said = new Said(kind, rule);
        Framed framed = known.get(said);
        if (framed == null) {
            framed = new Framed(PatternIds.of(homeId, kind, rule), existing.doing(rule), safety.judge(rule));
            known.put(said, framed);
            if (known.size() > MAX_RULES) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return framed;
    }
}
