package io.homeiq.simulation.bench;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.TruthSink;
import io.homeiq.simulation.Turn;
import io.homeiq.simulation.engine.Chance;
import io.homeiq.simulation.engine.Day;
import io.homeiq.simulation.engine.Part;
import io.homeiq.simulation.engine.World;
import io.homeiq.simulation.habit.Habit;
import io.homeiq.simulation.habit.HabitTruth;
import io.homeiq.simulation.habit.TurnBook;
import io.homeiq.simulation.habit.Undoing;
import io.homeiq.simulation.house.House;
import io.homeiq.simulation.machine.AutomationMachine;
import io.homeiq.simulation.machine.Mechanics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A home of the benchmark in which, after a month, an automation of ours does one of the habits; some days later people want it otherwise, or go on
 * as before. They undo what they do not want, and do by hand what they want instead.
 */
public final class ServedHome {

    /** From when on the automation works, in days from the first. */
    private static final int SERVED_FROM = 28;

    private static final int LEAST_SERVED = 9;
    private static final int MOST_SERVED = 16;

    /** How long the life goes on after the turn, in days. */
    public static final int DAYS_AFTER = 28;

    private final BenchSettings settings;
    private final Blueprint blueprint;
    private final Habit habit;
    private final Turn turn;
    private final int turnsOn;
    private final Automation ours;

    private ServedHome(
            BenchSettings settings, Blueprint blueprint, Habit habit, Turn turn, int turnsOn, Automation ours) {
        this.settings = settings;
        this.blueprint = blueprint;
        this.habit = habit;
        this.turn = turn;
        this.turnsOn = turnsOn;
        this.ours = ours;
    }

    /** The home of a seed; empty if none of its habits can be served, or can take the turn that chance chose. */
    public static Optional<ServedHome> of(long seed) {
        Chance chance = new Chance(seed).fork("served");
        int turnsOn = SERVED_FROM + LEAST_SERVED + chance.below(MOST_SERVED - LEAST_SERVED);
        BenchSettings settings = BenchSettings.of(seed).withDays(turnsOn + DAYS_AFTER);
        Blueprint blueprint = Blueprint.of(settings);
        List<Habit> servable =
                blueprint.habits().stream().filter(TurnBook::isServable).toList();
        if (servable.isEmpty()) {
            return Optional.empty();
        }
        Habit habit = chance.of(servable);
        return new TurnBook(blueprint.traits(), blueprint.furniture(), chance)
                .draw(habit)
                .map(turn -> new ServedHome(settings, blueprint, habit, turn, turnsOn, automationOf(habit, blueprint)));
    }

    private static PlantedRoutine routineOf(Habit habit, Blueprint blueprint) {
        return HabitTruth.of(habit, blueprint.clock().firstDay(), List.of());
    }

    private static Automation automationOf(Habit habit, Blueprint blueprint) {
        PlantedRoutine routine = routineOf(habit, blueprint);
        return new Automation(
                Automation.OUR_PREFIX + habit.id(),
                "HomeIQ " + habit.id(),
                "",
                routine.rule(),
                RunMode.SINGLE,
                Verbatim.EMPTY);
    }

    /** With the automation of ours among the entities. */
    public HomeRegistry registry() {
        return blueprint.furniture().with(List.of(ours)).registry();
    }

    /** What people had set up themselves. */
    public List<Automation> automations() {
        return blueprint.automations();
    }

    /** The one that does the habit. */
    public Automation ours() {
        return ours;
    }

    /** Its entity. */
    public EntityId entity() {
        return House.entityOf(ours);
    }

    public Turn turn() {
        return turn;
    }

    /** How long after what triggers the automation, which acts at once, people did the habit themselves; usually, and before it turned. */
    public Duration usualDelay() {
        PlantedRoutine routine = routineOf(habit, blueprint);
        return routine.leastDelay().plus(routine.mostDelay()).dividedBy(2);
    }

    public LocalDate servedFrom() {
        return blueprint.clock().firstDay().plusDays(SERVED_FROM);
    }

    /** The first day on which people want it otherwise. */
    public LocalDate turnsOn() {
        return blueprint.clock().firstDay().plusDays(turnsOn);
    }

    /**
     * One time that the automation acted.
     *
     * @param wanted whether people wanted it then
     * @param held whether everything held under which they want it now, at whatever time
     */
    public record Served(Instant at, boolean wanted, boolean held) {}

    /** Lets the home live from the first day to the last; what the automation did, in order of time. */
    public List<Served> live(TruthSink sink) {
        List<Served> served = new ArrayList<>();
        Blueprint fresh = Blueprint.of(settings);
        Habit turned = TurnBook.with(habit, turn, turnsOn);
        List<Habit> habits = fresh.habits().stream()
                .map(each -> each.id().equals(habit.id()) ? turned : each)
                .toList();
        Blueprint lived = new Blueprint(
                fresh.traits(),
                fresh.clock(),
                fresh.furniture().with(List.of(ours)),
                habits,
                fresh.automations(),
                fresh.stock(),
                fresh.chance());
        BenchRun.Guest guest = (stage, mechanics, chance) -> Stream.of(
                        new Hired(ours, stage.world(), mechanics, chance),
                        new Undoing(
                                turned,
                                entity(),
                                stage,
                                chance,
                                (at, wanted, held) -> served.add(new Served(at, wanted, held))))
                .map(Part.class::cast)
                .toList();
        new BenchRun(settings, lived, sink, oddity -> {}, guest).run();
        return served;
    }

    /** An automation that is there from a day on. */
    private static final class Hired implements Part {

        private final Automation automation;
        private final World world;
        private final Mechanics mechanics;
        private final Chance chance;
        private @Nullable AutomationMachine machine;

        Hired(Automation automation, World world, Mechanics mechanics, Chance chance) {
            this.automation = automation;
            this.world = world;
            this.mechanics = mechanics;
            this.chance = chance;
        }

        @Override
        public void plan(Day day) {
            if (day.number() < SERVED_FROM) {
                return;
            }
            if (machine == null) {
                machine = new AutomationMachine(automation, world, mechanics, chance);
            }
            machine.plan(day);
        }
    }
}
