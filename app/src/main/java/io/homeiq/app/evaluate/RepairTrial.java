package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.repair.Circumstances;
import io.homeiq.mining.repair.RepairSearch;
import io.homeiq.mining.repair.Verdict;
import io.homeiq.mining.repair.WorkLog;
import io.homeiq.mining.timeline.Household;
import io.homeiq.simulation.Turn;
import io.homeiq.simulation.bench.ServedHome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets one home live with an automation of ours, judges that each night, and compares with what people really came to want. */
final class RepairTrial {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);
    private static final double DELAY_TOLERANCE = 0.35;
    private static final double AGREES = 0.85;

    /** So often it must act after the turn, so that there is something to learn from. */
    private static final int LEAST_RUNS = 6;

    private static final int LEAST_OF_EACH = 3;
    private static final long ASKED_DAYS = 21;
    private static final Duration WEEK = Duration.ofDays(7);

    private final ServedHome home;
    private final ZoneId zone;
    private final Household household;
    private final Attributor attributor;
    private final WorkLog works;
    private final Instant since;
    private final Instant turned;
    private final Circumstances circumstances;
    private Instant nextLook;
    private @Nullable Instant doubtedAt;
    private @Nullable Instant proposedAt;
    private Verdict verdict = new Verdict.Fits();

    private RepairTrial(ServedHome home) {
        this.home = home;
        this.zone = home.registry().config().timeZone();
        this.household = new Household(home.registry());
        this.attributor = new Attributor(home.registry());
        this.works = new WorkLog(home.entity());
        this.since = home.servedFrom().atStartOfDay(zone).toInstant();
        this.turned = home.turnsOn().atStartOfDay(zone).toInstant();
        this.circumstances = new Circumstances(household);
        this.nextLook = since;
    }

    static RepairResult run(ServedHome home) {
        return new RepairTrial(home).run();
    }

    private RepairResult run() {
        Chronicle chronicle = new Chronicle();
        List<ServedHome.Served> served = home.live(chronicle);
        for (Told told : chronicle.inOrder()) {
            while (!told.event().time().isBefore(nextLook)) {
                look();
                nextLook = day(nextLook).plusDays(1).atStartOfDay(zone).toInstant();
            }
            Attribution who = attributor.accept(told.event());
            works.accept(told.event(), who);
            if (told.event() instanceof StateChange change) {
                household.note(change, who);
            }
        }
        return new RepairResult(
                home.turn(),
                isAsked(served),
                isShownInAWeek(),
                doubtedAt == null || doubtedAt.isBefore(turned)
                        ? null
                        : (int) Duration.between(turned, doubtedAt).toDays(),
                proposedAt != null && proposedAt.isBefore(turned),
                verdict,
                isRight(verdict, served),
                isRight(judged(), served),
                home.ours().rule());
    }

    private LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private void look() {
        if (proposedAt != null) {
            return;
        }
        Verdict now = judged();
        if (!(now instanceof Verdict.Fits) && (doubtedAt == null || doubtedAt.isBefore(turned))) {
            doubtedAt = nextLook;
        }
        if (now instanceof Verdict.Repairable) {
            proposedAt = nextLook;
        }
        verdict = now;
    }

    private Verdict judged() {
        return new RepairSearch(household).judge(home.ours().rule(), works.works(), since.toEpochMilli());
    }

    /** Whether what people did after the turn tells anything. */
    private boolean isAsked(List<ServedHome.Served> served) {
        Instant until = turned.plus(Duration.ofDays(ASKED_DAYS));
        long runs = works.works().stream()
                .map(work -> Instant.ofEpochMilli(work.ranAt()))
                .filter(at -> !at.isBefore(turned) && at.isBefore(until))
                .count();
        return switch (home.turn()) {
            case Turn.Keeps ignored -> true;
            case Turn.Moves ignored -> runs >= LEAST_RUNS;
            case Turn.Gains ignored -> isOfEachKind(served, until);
            case Turn.MovesAndGains ignored -> runs >= LEAST_RUNS && isOfEachKind(served, until);
            case Turn.Ends ignored -> runs >= LEAST_RUNS && count(served, until, false) > LEAST_OF_EACH;
        };
    }

    /** Whether there was something to notice within a week: people undid it, or had done it before it came, a few times. */
    private boolean isShownInAWeek() {
        Instant until = turned.plus(WEEK);
        return works.works().stream()
                        .filter(work -> !Instant.ofEpochMilli(work.ranAt()).isBefore(turned)
                                && Instant.ofEpochMilli(work.ranAt()).isBefore(until))
                        .filter(work -> work.isUndone() || !work.hasActed() && hasMoved())
                        .map(work -> day(Instant.ofEpochMilli(work.ranAt())))
                        .distinct()
                        .count()
                >= LEAST_OF_EACH;
    }

    private boolean hasMoved() {
        return home.turn() instanceof Turn.Moves || home.turn() instanceof Turn.MovesAndGains;
    }

    private boolean isOfEachKind(List<ServedHome.Served> served, Instant until) {
        return count(served, until, true) >= LEAST_OF_EACH && count(served, until, false) >= LEAST_OF_EACH;
    }

    private long count(List<ServedHome.Served> served, Instant until, boolean held) {
        return served.stream()
                .filter(each -> !each.at().isBefore(turned) && each.at().isBefore(until) && each.held() == held)
                .count();
    }

    private boolean isRight(Verdict proposed, List<ServedHome.Served> served) {
        if (!(proposed instanceof Verdict.Repairable repair)) {
            return home.turn() instanceof Turn.Keeps;
        }
        return switch (home.turn()) {
            case Turn.Keeps ignored -> false;
            case Turn.Ends ignored -> repair.kind() == Repair.Kind.RETIREMENT;
            case Turn.Moves moves -> repair.kind() == Repair.Kind.TIME && isAt(repair.rule(), moves.minutes());
            case Turn.Gains ignored -> repair.kind() == Repair.Kind.CONDITION && agrees(repair.rule(), served);
            case Turn.MovesAndGains both -> isAt(repair.rule(), both.minutes()) && agrees(repair.rule(), served);
        };
    }

    private boolean isAt(Rule repaired, int minutes) {
        // It acts at once, people do it as long after as ever, and so much later than that.
        Duration wanted = Duration.ofMinutes(minutes).plus(home.usualDelay());
        Rule rule = home.ours().rule();
        Duration moved = later(repaired).minus(later(rule));
        boolean waits = !(rule.triggers().getFirst() instanceof TimeTrigger)
                && !(rule.triggers().getFirst() instanceof SunTrigger);
        long tolerance = waits
                ? (long) (Duration.ofMinutes(minutes).toSeconds() * DELAY_TOLERANCE)
                : CLOCK_TOLERANCE.toSeconds();
        long apart = Math.floorMod(moved.minus(wanted).toSeconds(), 86_400L);
        return Math.min(apart, 86_400 - apart) <= tolerance;
    }

    private static Duration later(Rule rule) {
        Duration waits = rule.actions().getFirst() instanceof Delay delay ? delay.duration() : Duration.ZERO;
        return waits.plus(
                switch (rule.triggers().getFirst()) {
                    case TimeTrigger clock ->
                        Duration.ofSeconds(clock.at().getFirst().toSecondOfDay());
                    case SunTrigger sun -> sun.offset();
                    default -> Duration.ZERO;
                });
    }

    /** Whether the added condition would have told what people wanted on the days after it was proposed. */
    private boolean agrees(Rule repaired, List<ServedHome.Served> served) {
        if (repaired.conditions().size() == home.ours().rule().conditions().size()) {
            return false;
        }
        Condition added = repaired.conditions().getLast();
        List<ServedHome.Served> after = served.stream()
                .filter(each -> proposedAt != null && !each.at().isBefore(proposedAt))
                .toList();
        long agreed = after.stream()
                .filter(each -> circumstances.hold(added, each.at().toEpochMilli()) == each.held())
                .count();
        return !after.isEmpty() && agreed >= AGREES * after.size();
    }
}
