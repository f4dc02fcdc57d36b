package io.homeiq.mining.habit.proof;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.mining.habit.WeekdayKinds;
import io.homeiq.mining.habit.rule.GroupLikeness;
import io.homeiq.mining.statistics.CircularTime;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The patterns found so far. A habit that moves by some minutes is the same habit: it keeps the id under which it was
 * first found, so that a "no" to it holds and its automation is changed rather than doubled.
 */
public final class KnownPatterns {

    /** A habit that moved further than this is another one. */
    private static final int SAME_SECONDS = 45 * 60;

    /** A smaller move is not worth telling. */
    private static final int MATERIAL_SECONDS = 10 * 60;

    /** The same for the limit of a number, as a share of it. */
    private static final double SAME_SHARE = 0.25;

    private static final double MATERIAL_SHARE = 0.05;

    /** The same for how long something lasts, as a share of it. */
    private static final double SAME_WHILE = 0.5;

    private static final double MATERIAL_WHILE = 0.15;

    /** A confidence that rose or fell by so much is worth telling. */
    public static final double MATERIAL_CONFIDENCE = 0.05;

    private static final Set<PatternKind> ANSWERS = Set.of(PatternKind.TRIGGER_ACTION, PatternKind.PRESENCE);

    private final Map<PatternId, Pattern> byId = new LinkedHashMap<>();

    public void addAll(List<Pattern> patterns) {
        patterns.forEach(pattern -> byId.put(pattern.id(), pattern));
    }

    public void clear() {
        byId.clear();
    }

    /** What the proven ones are about. */
    public Set<EntityId> provenEntities() {
        return byId.values().stream()
                .filter(Pattern::isProven)
                .map(Pattern::entity)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The patterns, each under the id of the known one that it is another sight of, else as it is. No two get the same id.
     */
    public List<Pattern> identify(List<Pattern> found) {
        Set<PatternId> claimed = new HashSet<>();
        found.forEach(pattern -> claimed.add(pattern.id()));
        return found.stream().map(pattern -> identify(pattern, claimed)).toList();
    }

    private Pattern identify(Pattern found, Set<PatternId> claimed) {
        if (byId.containsKey(found.id())) {
            return found;
        }
        Optional<Pattern> known = byId.values().stream()
                .filter(pattern -> !claimed.contains(pattern.id()) && isSame(pattern, found, SAME_SECONDS))
                .findFirst();
        known.ifPresent(pattern -> claimed.add(pattern.id()));
        return known.map(pattern -> found.withId(pattern.id())).orElse(found);
    }

    /** Whether it is unknown, has another verdict than when last seen, or says something materially else now. */
    public boolean isNews(Pattern identified) {
        Pattern known = byId.get(identified.id());
        if (known == null) {
            return !identified.isOver();
        }
        boolean surer = Math.abs(known.confidence() - identified.confidence()) >= MATERIAL_CONFIDENCE;
        return known.isProven() != identified.isProven()
                || identified.isProven() && surer
                || !isSame(known, identified, MATERIAL_SECONDS);
    }

    /** Whether both say the same, but for some minutes. */
    static boolean isNear(Pattern one, Pattern other) {
        return isSame(one, other, MATERIAL_SECONDS);
    }

    private static boolean isSame(Pattern one, Pattern other, int seconds) {
        if (GroupLikeness.isGroup(one.rule()) || GroupLikeness.isGroup(other.rule())) {
            return one.kind() == other.kind() && isSameGroup(one.rule(), other.rule(), seconds);
        }
        return isSameKind(one.kind(), other.kind())
                && one.entity().equals(other.entity())
                && Objects.equals(call(one.rule()), call(other.rule()))
                && isNear(
                        one.rule().triggers().getFirst(),
                        other.rule().triggers().getFirst(),
                        seconds)
                && shareWeekdays(one.rule(), other.rule());
    }

    private static boolean isSameGroup(Rule one, Rule other, int seconds) {
        boolean near = isNear(one.triggers().getFirst(), other.triggers().getFirst(), seconds)
                || GroupLikeness.shareTrigger(one, other);
        return near
                && shareWeekdays(one, other)
                && (seconds > MATERIAL_SECONDS ? GroupLikeness.isSame(one, other) : GroupLikeness.isEqual(one, other));
    }

    /** Whether a change tells of people's day shows only over the weeks. */
    private static boolean isSameKind(PatternKind one, PatternKind other) {
        return one == other || (ANSWERS.contains(one) && ANSWERS.contains(other));
    }

    /** What it does in the end, without to what. */
    static String call(Rule rule) {
        Action last = rule.actions().getLast();
        return last instanceof CallService call ? call.domain() + "." + call.service() : last.toString();
    }

    private static boolean isNear(Trigger one, Trigger other, int seconds) {
        if (one instanceof TimeTrigger a && other instanceof TimeTrigger b) {
            int from = a.at().getFirst().toSecondOfDay();
            int to = b.at().getFirst().toSecondOfDay();
            return Math.abs(CircularTime.difference(to, from)) <= seconds;
        }
        if (one instanceof SunTrigger a && other instanceof SunTrigger b) {
            return a.event() == b.event() && a.offset().minus(b.offset()).abs().toSeconds() <= seconds;
        }
        if (one instanceof NumericStateTrigger a && other instanceof NumericStateTrigger b) {
            double share = seconds > MATERIAL_SECONDS ? SAME_SHARE : MATERIAL_SHARE;
            return a.entities().equals(b.entities())
                    && isNear(a.above(), b.above(), share)
                    && isNear(a.below(), b.below(), share);
        }
        if (one instanceof StateTrigger a && other instanceof StateTrigger b) {
            double share = seconds > MATERIAL_SECONDS ? SAME_WHILE : MATERIAL_WHILE;
            return a.entities().equals(b.entities())
                    && a.to().equals(b.to())
                    && isNear(
                            (double) a.holdFor().toSeconds(),
                            (double) b.holdFor().toSeconds(),
                            share);
        }
        return one.equals(other);
    }

    private static boolean isNear(@Nullable Double one, @Nullable Double other, double share) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Math.abs(one - other) <= share * Math.max(Math.abs(one), Math.abs(other));
    }

    private static boolean shareWeekdays(Rule one, Rule other) {
        Set<DayOfWeek> common = new HashSet<>(weekdays(one));
        common.retainAll(weekdays(other));
        return !common.isEmpty();
    }

    private static Set<DayOfWeek> weekdays(Rule rule) {
        return rule.conditions().stream()
                .filter(TimeCondition.class::isInstance)
                .map(condition -> ((TimeCondition) condition).weekdays())
                .filter(days -> !days.isEmpty())
                .findFirst()
                .orElse(WeekdayKinds.EVERY_DAY);
    }
}
