package io.homeiq.simulation.habit;

import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.house.Fixture;
import io.homeiq.simulation.house.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Habits by the sun, where it moves enough within the days to be told from the clock, and people are there to see it.
 */
final class SunHabits {

    /** Between the earliest and the latest of the days. */
    private static final int LEAST_MOVE_MINUTES = 35;

    private static final int STEP_MINUTES = 5;
    private static final double LEAST_SPREAD = 3;
    private static final double MOST_SPREAD = 8;

    private final Draft draft;
    private final Chance chance;

    SunHabits(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    Optional<Habit> draw() {
        SunEvent first = chance.happens(0.7) ? SunEvent.SUNSET : SunEvent.SUNRISE;
        return draw(first).or(() -> draw(first == SunEvent.SUNSET ? SunEvent.SUNRISE : SunEvent.SUNSET));
    }

    private Optional<Habit> draw(SunEvent event) {
        int offset = STEP_MINUTES * (chance.below(12) - 3);
        int[] minutes = IntStream.range(0, draft.days())
                .map(day -> minute(event, day) + offset)
                .toArray();
        int least = IntStream.of(minutes).min().orElse(0);
        int most = IntStream.of(minutes).max().orElse(0);
        Optional<Integer> owner = IntStream.range(0, draft.traits().people().size())
                .boxed()
                .filter(who -> isThere(who, least) && isThere(who, most))
                .findFirst();
        if (most - least < LEAST_MOVE_MINUTES || owner.isEmpty()) {
            return Optional.empty();
        }
        return draft.stock()
                .take(Role.LAMP, Role.READING_LAMP, Role.SHUTTER)
                .map(thing -> habit(owner.get(), event, offset, thing));
    }

    private boolean isThere(int who, int minute) {
        return Waking.isThere(draft.traits().people().get(who), minute);
    }

    private int minute(SunEvent event, int number) {
        Day day = draft.clock().day(number);
        long at = event == SunEvent.SUNSET ? day.sun().set() : day.sun().rise();
        return draft.clock().timeAt(at).toSecondOfDay() / 60;
    }

    private Habit habit(int owner, SunEvent event, int offset, Fixture thing) {
        double spread =
                chance.between(LEAST_SPREAD, MOST_SPREAD) * draft.traits().looseness();
        Occasion occasion = new Occasion.AtSun(event, Duration.ofMinutes(offset), spread);
        boolean opens = event == SunEvent.SUNRISE && thing.role() == Role.SHUTTER;
        Act act = opens ? Deeds.end(thing) : Deeds.use(thing, chance);
        Habit habit = draft.habit(PatternKind.SUN, owner, occasion, List.of(), List.of(act));
        return opens ? Draft.fed(habit, List.of(Deeds.begin(thing, 2, 17, 5))) : habit;
    }
}
