package io.homeiq.simulation.rhythm;

import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Noise;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import java.util.List;

/** People use things as they feel like it, while they are at home and awake; with guests more often. */
public final class Urges implements Part {

    private static final double WITH_GUESTS = 1.6;
    private static final double LEAST_MINUTES = 1;
    private static final double MOST_MINUTES = 600;
    private static final double SPREAD = 0.7;
    private static final double PATIENCE_MINUTES = 45;

    private final Stage stage;
    private final World world;
    private final List<Urge> urges;
    private final Chance chance;

    public Urges(Stage stage, List<Urge> urges, Chance chance) {
        this.stage = stage;
        this.world = stage.world();
        this.urges = List.copyOf(urges);
        this.chance = chance.fork("urges");
    }

    @Override
    public void plan(Day day) {
        double factor = stage.occupants().guestsToday() ? WITH_GUESTS : 1;
        for (Urge urge : urges) {
            double rate = urge.perDay() * factor / urge.hours();
            for (double hour = wait(rate); hour < urge.hours(); hour += wait(rate)) {
                long time = day.minute(urge.fromHour() * 60) + (long) (hour * Micros.HOUR);
                world.at(time, () -> follow(urge));
            }
        }
    }

    /** Hours until the next time of a Poisson process. */
    private double wait(double perHour) {
        return perHour <= 0 ? Double.MAX_VALUE : -StrictMath.log(1 - chance.share()) / perHour;
    }

    private void follow(Urge urge) {
        stage.occupants().someoneUp().ifPresent(who -> {
            stage.hands().act(who, urge.call(), urge.routine());
            if (urge.undo() != null) {
                double minutes = urge.usualMinutes() * StrictMath.exp(SPREAD * Noise.NORMAL.draw(chance));
                end(urge.undo(), (long) (Math.clamp(minutes, LEAST_MINUTES, MOST_MINUTES) * Micros.MINUTE));
            }
        });
    }

    /** Whoever is at home ends it; while nobody is, it waits. */
    private void end(CallService undo, long micros) {
        world.after(
                micros,
                () -> stage.occupants()
                        .someoneHome()
                        .ifPresentOrElse(
                                who -> stage.hands().act(who, undo, null),
                                () -> end(undo, chance.minutes(1, PATIENCE_MINUTES))));
    }
}
