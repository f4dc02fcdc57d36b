package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.mining.safety.conduct.Occasion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The minutes of a week at which conditions can hold, as far as the clock decides; all where it does not. */
final class Times {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private Times() {}

    /** At least all minutes at which all of them can hold. */
    static BitSet of(List<Condition> conditions) {
        BitSet minutes = always();
        conditions.forEach(condition -> minutes.and(of(condition)));
        return minutes;
    }

    private static BitSet of(Condition condition) {
        return switch (condition) {
            case TimeCondition time -> window(time);
            case AllOf all -> of(all.conditions());
            case AnyOf any -> {
                BitSet union = new BitSet(WEEK);
                any.conditions().forEach(inner -> union.or(of(inner)));
                yield union;
            }
            case NoneOf none -> {
                BitSet left = always();
                none.conditions().stream().filter(Times::isOfClock).forEach(inner -> left.andNot(of(inner)));
                yield left;
            }
            default -> always();
        };
    }

    /** Whether the clock alone decides. */
    static boolean isOfClock(Condition condition) {
        return switch (condition) {
            case TimeCondition time -> true;
            case AllOf all -> all.conditions().stream().allMatch(Times::isOfClock);
            case AnyOf any -> any.conditions().stream().allMatch(Times::isOfClock);
            case NoneOf none -> none.conditions().stream().allMatch(Times::isOfClock);
            default -> false;
        };
    }

    /** The minutes at which the occasion can come. */
    static BitSet of(Occasion occasion) {
        if (!(occasion instanceof Occasion.AtClock clock)) {
            return always();
        }
        BitSet minutes = new BitSet(WEEK);
        for (int day : days(clock.weekdays())) {
            minutes.set(day * DAY + minute(clock.time()));
        }
        return minutes;
    }

    static boolean isAlways(BitSet minutes) {
        return minutes.cardinality() == WEEK;
    }

    static boolean meet(BitSet one, BitSet other) {
        return one.intersects(other);
    }

    /** Whether each minute of the first is one of the second. */
    static boolean isWithin(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet always() {
        BitSet all = new BitSet(WEEK);
        all.set(0, WEEK);
        return all;
    }

    private static BitSet window(TimeCondition time) {
        BitSet minutes = new BitSet(WEEK);
        int after = time.after() == null ? 0 : minute(time.after());
        int before = time.before() == null ? DAY : Math.ceilDiv(time.before().toSecondOfDay(), 60);
        for (int day : days(time.weekdays())) {
            int start = day * DAY;
            if (time.after() != null && time.before() != null && after >= before) {
                minutes.set(start, start + before);
                minutes.set(start + after, start + DAY);
            } else {
                minutes.set(start + after, start + before);
            }
        }
        return minutes;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int[] days(Set<DayOfWeek> weekdays) {
        return weekdays.isEmpty()
                ? new int[] {0, 1, 2, 3, 4, 5, 6}
                : weekdays.stream().mapToInt(day -> day.getValue() - 1).toArray();
    }
}
