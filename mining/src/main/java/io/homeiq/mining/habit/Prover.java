package io.homeiq.mining.habit;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.Instant;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/** Replays a habit on days that it was not learned from, and judges whether it may be proposed. */
final class Prover {

    /** How surely the held-out days alone must speak against chance. */
    private static final double HELD_OUT_LEVEL = 0.05;

    private final HomeId homeId;
    private final Household home;
    private final HabitRules rules;
    private final SafetyPolicy safety;
    private final ExistingAutomations existing;
    private final Standards standards;

    Prover(HomeId homeId, Household home, SafetyPolicy safety, ExistingAutomations existing, Standards standards) {
        this.homeId = homeId;
        this.home = home;
        this.rules = new HabitRules(home);
        this.safety = safety;
        this.existing = existing;
        this.standards = standards;
    }

    /**
     * The candidate as a pattern with its evidence.
     *
     * @param outdone whether another habit explains the same acts better
     * @return empty if no rule can be written for it
     */
    Optional<Pattern> prove(Candidate candidate, double qValue, DayRange heldOut, boolean outdone) {
        return rules.ruleOf(candidate).map(rule -> {
            Replay replay = candidate.habit().replay(home, heldOut);
            Evidence evidence = replay.evidence(home.calendar());
            Finding finding = judge(candidate, qValue, rule, evidence, outdone)
                    .<Finding>map(Finding.NotProposed::new)
                    .orElseGet(Finding.Proven::new);
            return pattern(candidate, qValue, rule, evidence, finding);
        });
    }

    /** Whether chance among everything that was tested is ruled out. */
    boolean isSure(double qValue) {
        return qValue <= standards.falseDiscoveryRate();
    }

    private Pattern pattern(Candidate candidate, double qValue, Rule rule, Evidence evidence, Finding finding) {
        Habit habit = candidate.habit();
        Replay learned = candidate.learned();
        int hits = learned.hits() + evidence.agreed();
        int opportunities = learned.opportunities() + evidence.opportunities();
        LongSummaryStatistics acted = learned.actedAt();
        Instant first = Instant.ofEpochMilli(acted.getMin());
        Instant last = evidence.days().stream()
                .flatMap(day -> Optional.ofNullable(day.actedAt()).stream())
                .reduce((earlier, later) -> later)
                .orElse(Instant.ofEpochMilli(acted.getMax()));
        return new Pattern(
                PatternIds.of(homeId, habit.kind(), rule),
                habit.kind(),
                habit.deed().entity(),
                rule,
                (hits + 1.0) / (opportunities + 2.0),
                qValue,
                learned.hits(),
                first,
                last.isBefore(first) ? first : last,
                evidence,
                finding);
    }

    /** Whether it holds, though it may not be proposed because something does it already. */
    boolean stands(Candidate candidate, Pattern pattern) {
        Evidence evidence = pattern.evidence();
        return evidence != null
                && doubt(candidate, pattern.qValue(), evidence).isEmpty()
                && safety.judge(pattern.rule()).verdict() != SafetyVerdict.BLOCK;
    }

    /** Why it is not proposed, the first reason that holds; empty if it is proven. */
    private Optional<String> judge(Candidate candidate, double qValue, Rule rule, Evidence evidence, boolean outdone) {
        Optional<Automation> doing = existing.doing(rule);
        if (doing.isPresent()) {
            return Optional.of("the automation \"" + doing.get().alias() + "\" does this already");
        }
        Optional<String> machine = MachineTiming.of(candidate, home);
        if (machine.isPresent()) {
            return machine;
        }
        Safety judgement = safety.judge(rule);
        if (judgement.verdict() == SafetyVerdict.BLOCK) {
            return Optional.of(judgement.reasons().getFirst());
        }
        if (outdone) {
            return Optional.of("another habit explains the same actions better");
        }
        return doubt(candidate, qValue, evidence);
    }

    private Optional<String> doubt(Candidate candidate, double qValue, Evidence evidence) {
        if (!isSure(qValue)) {
            return Optional.of(String.format(
                    Locale.ROOT, "chance among everything that was tested explains it as well (q = %.3f)", qValue));
        }
        if (evidence.fired() < standards.minFirings()) {
            return Optional.of("it came up only " + evidence.fired() + " times on the days kept for proof");
        }
        if (evidence.agreed() < standards.minAgreement() * evidence.opportunities()) {
            return Optional.of("on the days kept for proof you did it only " + evidence.agreed() + " of "
                    + evidence.opportunities() + " times");
        }
        if (candidate.habit() instanceof DurationHabit && !DurationSearch.isUsual(evidence)) {
            return Optional.of("on the days kept for proof you ended it sooner about as often, " + evidence.missed()
                    + " times beside " + evidence.agreed());
        }
        double p = Binomial.upperTail(evidence.agreed(), evidence.opportunities(), candidate.chance());
        return p > HELD_OUT_LEVEL ? Optional.of("on the days kept for proof it could be chance") : Optional.empty();
    }
}
