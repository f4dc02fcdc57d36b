package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Miner;
import io.homeiq.mining.Progress;
import io.homeiq.mining.habit.proof.Continuity;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.Truth;
import io.homeiq.simulation.score.ChangeScore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the planted habits of a home as time goes on, those that change and those that do not. */
final class HabitWatch {

    /** Nobody is watched. */
    static final HabitWatch NONE = new HabitWatch(List.of(), List.of());

    /** From this day on a steady habit is looked at; before, little is proven. */
    private static final int FIRST_LOOK = 28;

    private static final int WEEK = 7;

    private final List<ChangeWatch> changing;
    private final List<SteadyWatch> steady;
    private List<Pattern> standing = List.of();

    private HabitWatch(List<ChangeWatch> changing, List<SteadyWatch> steady) {
        this.changing = changing;
        this.steady = steady;
    }

    static HabitWatch of(Truth truth, ZoneId zone) {
        List<Instant> looks = new ArrayList<>();
        for (int day = FIRST_LOOK; day < truth.days(); day += WEEK) {
            looks.add(truth.start().atZone(zone).plusDays(day).toInstant());
        }
        List<ChangeWatch> changing = new ArrayList<>();
        List<SteadyWatch> steady = new ArrayList<>();
        for (PlantedRoutine routine : truth.planted()) {
            if (routine.change() == null) {
                steady.add(new SteadyWatch(routine, looks));
            } else {
                changing.add(new ChangeWatch(routine, routine.change(), zone));
            }
        }
        return new HabitWatch(changing, steady);
    }

    /** Called as the history goes on; asks for one analysis at most, and goes on with what it found as the service does. */
    void at(Instant time, Miner miner) {
        if (changing.stream().noneMatch(watch -> watch.isDue(time))
                && steady.stream().noneMatch(watch -> watch.isDue(time))) {
            return;
        }
        standing = Continuity.join(standing, miner.analyse(Progress.IGNORED).patterns(), time);
        miner.remember(standing);
        changing.forEach(watch -> watch.at(time, standing));
        steady.forEach(watch -> watch.at(time, standing));
    }

    ChangeScore score() {
        return Stream.concat(
                        changing.stream().map(ChangeWatch::score),
                        steady.stream().map(SteadyWatch::score))
                .reduce(ChangeScore.NOTHING, ChangeScore::plus);
    }

    List<String> stories() {
        return Stream.concat(
                        changing.stream().map(ChangeWatch::story),
                        steady.stream().map(SteadyWatch::story))
                .toList();
    }
}
