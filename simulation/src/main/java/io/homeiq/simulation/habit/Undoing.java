package io.homeiq.simulation.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.simulation.engine.Actor;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Change;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Micros;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.machine.Conditions;
import io.homeiq.simulation.rhythm.Stage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people do about an automation that does a habit of theirs: they undo it within minutes where it is not what they want now, mostly, and once
 * in a while on a whim. What they leave so, somebody ends later.
 */
public final class Undoing implements Part {

    private static final double UNDOES = 0.85;
    private static final double ON_A_WHIM = 0.025;
    private static final double SOONEST_SECONDS = 10;
    private static final double LATEST_SECONDS = 270;
    private static final double TIDIED_AFTER_MINUTES = 60;
    private static final double TIDIED_BEFORE_MINUTES = 240;

    private static final Map<String, String> OPPOSITE = Map.of(
            "turn_on", "turn_off",
            "turn_off", "turn_on",
            "open_cover", "close_cover",
            "close_cover", "open_cover");

    private final Habit habit;
    private final EntityId automation;
    private final Stage stage;
    private final World world;
    private final Chance chance;
    private final Witness witness;
    private int today;
    private int acts;

    /** Hears of everything that the automation does. */
    @FunctionalInterface
    public interface Witness {

        /**
         * The automation did it once more.
         *
         * @param wanted whether people wanted it then
         * @param held whether everything held under which they want it now, at whatever time
         */
        void served(Instant at, boolean wanted, boolean held);
    }

    public Undoing(Habit habit, EntityId automation, Stage stage, Chance chance, Witness witness) {
        this.habit = habit;
        this.automation = automation;
        this.stage = stage;
        this.world = stage.world();
        this.chance = chance.fork("undoing");
        this.witness = witness;
        world.watch(habit.head().entity(), this::changed);
    }

    @Override
    public void plan(Day day) {
        today = day.number();
    }

    private void changed(Change change) {
        boolean ours = change.step().actor() instanceof Actor.Automation run
                && run.id().equals(automation);
        if (!ours || !change.isReal()) {
            acts++;
            return;
        }
        boolean held = holds();
        boolean wanted = held && habit.course().shiftOn(today) == 0;
        witness.served(world.time(), wanted, held);
        acts++;
        int now = acts;
        if (chance.happens(wanted ? ON_A_WHIM : UNDOES)) {
            world.after(chance.seconds(SOONEST_SECONDS, LATEST_SECONDS), this::undo);
        }
        world.after(chance.minutes(TIDIED_AFTER_MINUTES, TIDIED_BEFORE_MINUTES), () -> tidy(now));
    }

    private boolean holds() {
        Course course = habit.course();
        return course.missedOn(today, 0) < 1
                && course.conditionsOn(today).stream().allMatch(condition -> Conditions.hold(condition, world));
    }

    private void undo() {
        CallService opposite = opposite();
        if (opposite != null) {
            stage.occupants().someoneUp().ifPresent(who -> stage.hands().act(who, opposite, null));
        }
    }

    /** Nobody leaves a lamp on for days; what people switched themselves since is theirs. */
    private void tidy(int then) {
        CallService undo = habit.head().undo();
        if (acts != then || undo == null) {
            return;
        }
        stage.occupants()
                .someoneHome()
                .ifPresentOrElse(
                        who -> stage.hands().act(who, undo, null), () -> world.after(Micros.HOUR, () -> tidy(then)));
    }

    private @Nullable CallService opposite() {
        CallService call = habit.head().call();
        String service = OPPOSITE.get(call.service());
        return service == null
                ? null
                : CallService.of(call.domain(), service, habit.head().entity());
    }
}
