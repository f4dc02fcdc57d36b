package io.homeiq.mining.safety.conflict;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.mining.safety.conduct.Effect;
import io.homeiq.mining.safety.conduct.Occasion;
import io.homeiq.mining.safety.conduct.Occasion.AtClock;
import io.homeiq.mining.safety.conduct.Occasion.AtSun;
import io.homeiq.mining.safety.conduct.Occasion.Becomes;
import io.homeiq.mining.safety.conduct.Occasion.Crosses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opposite actions that come close to each other, or whose times overlap. */
final class Overlaps {

    /** Whoever switches something for a shorter time does not mean two plans. */
    private static final Duration CLOSE = Duration.ofMinutes(5);

    private static final int DAY_SECONDS = 24 * 3600;

    private final SunTimes sun;

    Overlaps(SunTimes sun) {
        this.sun = sun;
    }

    /** The first found between the two runs. */
    Optional<Conflict> between(Run one, Run other) {
        if (Moments.coincide(one.occasion(), other.occasion())) {
            return Optional.empty();
        }
        for (Effect a : one.effects()) {
            for (Effect b : other.effects()) {
                if (a.entity().equals(b.entity()) && Clash.between(a.outcome(), b.outcome()) == Clash.OPPOSITE) {
                    String why = why(one, a, other, b);
                    if (why != null) {
                        return Optional.of(conflict(one, a, other, b, why));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable String why(Run one, Effect a, Run other, Effect b) {
        List<Condition> both = withoutClock(Logic.joined(one.conditionsOf(a), other.conditionsOf(b)));
        boolean isClaimed = a.deed().isSure() && b.deed().isSure() && !Run.isOpen(a.deed()) && !Run.isOpen(b.deed());
        if (!isClaimed || Logic.cannotHold(both)) {
            return null;
        }
        Occasion x = one.occasion();
        Occasion y = other.occasion();
        if (x instanceof Crosses c && y instanceof Crosses d) {
            return overlapping(c, d);
        }
        if (x instanceof AtClock c && y instanceof AtClock d) {
            return close(c, a, d, b);
        }
        if (x instanceof AtSun || y instanceof AtSun) {
            return sun(x, a, y, b);
        }
        return windows(one, a, other, b);
    }

    /** The clock says when they run, not whether both can want it: each is looked at by itself. */
    private static List<Condition> withoutClock(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> !Times.isOfClock(condition))
                .toList();
    }

    private static @Nullable String close(AtClock one, Effect a, AtClock other, Effect b) {
        int gap = Math.floorMod(second(other, b) - second(one, a), DAY_SECONDS);
        int between = Math.min(gap, DAY_SECONDS - gap);
        boolean isSameDay = one.weekdays().isEmpty()
                || other.weekdays().isEmpty()
                || one.weekdays().stream().anyMatch(other.weekdays()::contains);
        return between <= CLOSE.toSeconds() && isSameDay
                ? "Between the two lie only " + Words.duration(Duration.ofSeconds(between)) + "."
                : null;
    }

    private static int second(AtClock clock, Effect effect) {
        return clock.time().toSecondOfDay() + (int) (effect.deed().after().toSeconds() % DAY_SECONDS);
    }

    /** Where the order of the two changes with the season, on some days they come together. */
    private @Nullable String sun(Occasion one, Effect a, Occasion other, Effect b) {
        if (one instanceof AtSun c && other instanceof AtSun d) {
            Duration gap = c.offset()
                    .plus(a.deed().after())
                    .minus(d.offset().plus(b.deed().after()))
                    .abs();
            return c.event() == d.event() && gap.compareTo(CLOSE) <= 0
                    ? "Between the two lie only " + Words.duration(gap) + "."
                    : null;
        }
        AtSun moving = one instanceof AtSun c ? c : other instanceof AtSun d ? d : null;
        AtClock fixed = one instanceof AtClock c ? c : other instanceof AtClock d ? d : null;
        if (moving == null || fixed == null) {
            return null;
        }
        Effect moves = one instanceof AtSun ? a : b;
        Effect stays = one instanceof AtSun ? b : a;
        Optional<SunTimes.Range> range = sun.range(moving.event());
        int shift = (int) moving.offset()
                .plus(moves.deed().after())
                .minus(stays.deed().after())
                .toSeconds();
        return range.filter(any -> any.first() + shift < fixed.time().toSecondOfDay()
                        && fixed.time().toSecondOfDay() < any.last() + shift)
                .map(any -> "Which of the two comes first changes with the season.")
                .orElse(null);
    }

    /** One begins where the other has not ended yet. */
    private static @Nullable String overlapping(Crosses one, Crosses other) {
        Crosses up = one.above() != null ? one : other;
        Crosses down = one.above() != null ? other : one;
        boolean isSame = one.entity().equals(other.entity()) && Objects.equals(one.attribute(), other.attribute());
        if (!isSame || up.above() == null || up.below() != null || down.below() == null || down.above() != null) {
            return null;
        }
        return up.above() < down.below()
                ? "While " + up.entity() + " lies between " + Words.number(up.above()) + " and "
                        + Words.number(down.below()) + ", both have a say, and it is switched to and fro."
                : null;
    }

    /** Both are meant for certain times, these overlap, and neither is the end of the other. */
    private static @Nullable String windows(Run one, Effect a, Run other, Effect b) {
        BitSet x = Times.of(one.conditionsOf(a));
        BitSet y = Times.of(other.conditionsOf(b));
        boolean areWindows = !Times.isAlways(x) && !Times.isAlways(y);
        return areWindows && Times.meet(x, y) && !shareSource(one.occasion(), other.occasion())
                ? "The times at which they may run overlap."
                : null;
    }

    private static boolean shareSource(Occasion one, Occasion other) {
        if (one instanceof Becomes a && other instanceof Becomes b) {
            return a.entity().equals(b.entity());
        }
        return one instanceof Occasion.EverySoOften || other instanceof Occasion.EverySoOften;
    }

    private static Conflict conflict(Run one, Effect a, Run other, Effect b, String why) {
        String words = Words.name(one.conduct()) + " " + Words.does(a) + " " + Words.when(one.occasion()) + "; "
                + Words.name(other.conduct()) + " " + Words.does(b) + " " + Words.when(other.occasion()) + ". " + why;
        return Conflict.of(
                ConflictKind.OPPOSITE_IN_TIME,
                Gravity.ASK,
                new ArrayList<>(List.of(one.conduct(), other.conduct())),
                Optional.of(a.entity()),
                words);
    }
}
