package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.DayOutcome;
import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.EvidenceDay;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.habit.Candidate;
import io.homeiq.mining.habit.DailyHabit;
import io.homeiq.mining.habit.DurationHabit;
import io.homeiq.mining.habit.Habit;
import io.homeiq.mining.habit.MachineTiming;
import io.homeiq.mining.habit.Replay;
import io.homeiq.mining.habit.rule.ExistingAutomations;
import io.homeiq.mining.habit.rule.FramedRules;
import io.homeiq.mining.habit.rule.HabitRules;
import io.homeiq.mining.habit.span.DurationSearch;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.statistics.Binomial;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;

/** Replays a habit on days that it was not learned from, and judges whether it may be proposed. */
public final class Prover {

    /** How surely the held-out days alone must speak against chance. */
    private static final double HELD_OUT_LEVEL = 0.05;

    /** Of all opportunities, also those at which there was nothing left to do. */
    private static final double LEAST_DONE = 0.5;

    private static final double MORE_OFTEN_THAN_NOT = 0.5;

    /** Of what stands out so little, chance is the likelier explanation: nobody asks how it went. */
    private static final double MERE_CHANCE = 0.5;

    private final Household home;
    private final HabitRules rules;
    private final FramedRules framed;
    private final Standards standards;
    private final Courses courses;
    private CountedDays counted;

    public Prover(
            HomeId homeId, Household home, SafetyPolicy safety, ExistingAutomations existing, Standards standards) {
        this.home = home;
        this.rules = new HabitRules(home);
        this.framed = new FramedRules(homeId, safety, existing);
        this.standards = standards;
        this.courses = new Courses(home, standards.habitHalfLife());
        this.counted = CountedDays.allLived(home);
    }

    /** From now on these days count. */
    public void count(CountedDays days) {
        this.counted = days;
        courses.count(days);
    }

    /**
     * The candidate as a pattern with its evidence.
     *
     * @param outdone whether another habit explains the same acts better
     * @return empty if no rule can be written for it
     */
    Optional<Pattern> prove(Candidate candidate, double qValue, DayRange heldOut, boolean outdone) {
        return rules.ruleOf(candidate).map(rule -> {
            Replay replay = counted.of(candidate.habit().replay(home, heldOut));
            Course course = course(candidate, qValue, replay, heldOut.last(), outdone);
            Evidence evidence = sinceBack(candidate, replay, heldOut, course).evidence(home.calendar());
            Finding finding = hindrance(candidate, rule)
                    .or(() -> outdone ? Optional.empty() : course.end())
                    .<Finding>map(Finding.NotProposed::new)
                    .orElseGet(() -> weigh(candidate, qValue, evidence, outdone, course));
            return pattern(candidate, qValue, rule, evidence, finding, course);
        });
    }

    /**
     * How it went. What another habit explains better, or what may be chance by now, ends and moves with nothing; but how
     * surely it is kept is asked all the same, since it may be known as proven from before.
     */
    private Course course(Candidate candidate, double qValue, Replay heldOut, int last, boolean outdone) {
        if (qValue > MERE_CHANCE) {
            return plain(candidate, heldOut);
        }
        Course course = courses.of(candidate, heldOut, last);
        return outdone || !isSure(qValue) ? new Course(course.confidence(), null) : course;
    }

    /** Whether chance among everything that was tested is ruled out. */
    public boolean isSure(double qValue) {
        return qValue <= standards.falseDiscoveryRate();
    }

    /** A habit that came back after a pause is asked of the days since; its pattern says so. */
    private Replay sinceBack(Candidate candidate, Replay replay, DayRange heldOut, Course course) {
        int back = course.back().orElse(heldOut.first());
        return back > heldOut.first() && back <= heldOut.last()
                ? counted.of(candidate.habit().replay(home, new DayRange(back, heldOut.last())))
                : replay;
    }

    /** As if nothing ever changed: Laplace's rule of succession. */
    private static Course plain(Candidate candidate, Replay heldOut) {
        int hits = candidate.learned().hits() + heldOut.hits();
        int opportunities = candidate.learned().opportunities() + heldOut.opportunities();
        return new Course((hits + 1.0) / (opportunities + 2.0), null);
    }

    private Pattern pattern(
            Candidate candidate, double qValue, Rule rule, Evidence evidence, Finding finding, Course course) {
        Habit habit = candidate.habit();
        Replay learned = candidate.learned();
        LongSummaryStatistics acted = learned.actedAt();
        Instant first = Instant.ofEpochMilli(acted.getMin());
        Instant last = evidence.days().stream()
                .flatMap(day -> Optional.ofNullable(day.actedAt()).stream())
                .reduce((earlier, later) -> later)
                .orElse(Instant.ofEpochMilli(acted.getMax()));
        return new Pattern(
                framed.of(habit.kind(), rule).id(),
                habit.kind(),
                habit.deed().entity(),
                rule,
                course.confidence(),
                qValue,
                learned.hits(),
                first,
                last.isBefore(first) ? first : last,
                evidence,
                finding,
                course.drift());
    }

    /** Whether it holds, though it may not be proposed because something does it already. */
    boolean stands(Candidate candidate, Pattern pattern) {
        Evidence evidence = pattern.evidence();
        return evidence != null
                && doubt(candidate, pattern.qValue(), evidence).isEmpty()
                && framed.of(pattern.kind(), pattern.rule()).safety().verdict() != SafetyVerdict.BLOCK;
    }

    /** Why it is not proposed however well it holds, the first reason of several; empty if nothing stands in its way. */
    private Optional<String> hindrance(Candidate candidate, Rule rule) {
        FramedRules.Framed frame = framed.of(candidate.habit().kind(), rule);
        Optional<Automation> doing = frame.doing();
        if (doing.isPresent()) {
            return Optional.of("the automation \"" + doing.get().alias() + "\" does this already");
        }
        Optional<String> machine = MachineTiming.of(candidate, home);
        if (machine.isPresent()) {
            return machine;
        }
        Safety judgement = frame.safety();
        return judgement.verdict() == SafetyVerdict.BLOCK
                ? Optional.of(judgement.reasons().getFirst())
                : Optional.empty();
    }

    private Finding weigh(Candidate candidate, double qValue, Evidence evidence, boolean outdone, Course course) {
        Optional<String> why = outdone
                ? Optional.of("another habit explains the same actions better")
                : doubt(candidate, qValue, evidence).or(() -> fading(course));
        return why.<Finding>map(reason -> new Finding.NotProposed(reason, true)).orElseGet(Finding.Proven::new);
    }

    /**
     * Whether people did it often enough. What is not due daily comes up seldom on the days kept for proof: where it was
     * done more often than not on these, all days together tell.
     */
    private boolean isAgreedOften(Candidate candidate, Evidence evidence) {
        double least = standards.minAgreement();
        long fired = evidence.fired() + doneTooSoon(candidate, evidence);
        if (candidate.habit() instanceof DailyHabit || evidence.agreed() >= least * fired) {
            return evidence.agreed() >= least * fired;
        }
        Replay learned = candidate.learned();
        return evidence.agreed() > MORE_OFTEN_THAN_NOT * fired
                && learned.hits() + evidence.agreed() >= least * (learned.firings().length + fired);
    }

    /** Days on which a rule would have found it done already, since people did it sooner than it would have. */
    private static long doneTooSoon(Candidate candidate, Evidence evidence) {
        if (!(candidate.habit() instanceof DailyHabit)) {
            return 0;
        }
        Set<LocalDate> missed = new HashSet<>();
        Set<LocalDate> fired = new HashSet<>();
        for (EvidenceDay day : evidence.days()) {
            (day.outcome() == DayOutcome.MISSED ? missed : fired).add(day.date());
        }
        missed.removeAll(fired);
        return missed.size();
    }

    private static Optional<String> fading(Course course) {
        return course.confidence() < MORE_OFTEN_THAN_NOT
                ? Optional.of("of late you leave it out more often than not")
                : Optional.empty();
    }

    private Optional<String> doubt(Candidate candidate, double qValue, Evidence evidence) {
        if (!isSure(qValue)) {
            return Optional.of(String.format(
                    Locale.ROOT, "chance among everything that was tested explains it as well (q = %.3f)", qValue));
        }
        if (evidence.fired() < standards.minFirings()) {
            return Optional.of("it came up only " + evidence.fired() + " times on the days kept for proof");
        }
        // Where it was done already, a rule does no harm; but what mostly is so anyway needs no rule.
        if (!isAgreedOften(candidate, evidence) || evidence.agreed() < LEAST_DONE * evidence.opportunities()) {
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
