package io.homeiq.simulation.bench;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.simulation.KnownHome;
import io.homeiq.simulation.Oddity;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.Truth;
import io.homeiq.simulation.TruthSink;
import io.homeiq.simulation.habit.HabitTruth;
import io.homeiq.simulation.traits.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A home of the benchmark, with the truth about it. Its events are generated anew, day by day, each time they are
 * asked for, and are always the same; several threads may ask at once.
 */
public final class BenchHome implements KnownHome {

    private final BenchSettings settings;
    private final Blueprint blueprint;

    private BenchHome(BenchSettings settings) {
        this.settings = settings;
        this.blueprint = Blueprint.of(settings);
    }

    /** The home that the settings describe; making it costs little, asking it for its events does. */
    public static BenchHome of(BenchSettings settings) {
        return new BenchHome(settings);
    }

    public BenchSettings settings() {
        return settings;
    }

    /** In what it differs from other homes. */
    public Traits traits() {
        return blueprint.traits();
    }

    public LocalDate firstDay() {
        return blueprint.clock().firstDay();
    }

    @Override
    public HomeRegistry registry() {
        return blueprint.furniture().registry();
    }

    @Override
    public List<Automation> automations() {
        return blueprint.automations();
    }

    @Override
    public void events(TruthSink sink) {
        live(sink, oddity -> {});
    }

    private void live(TruthSink sink, Consumer<Oddity> oddities) {
        TruthSink heard = settings.contexts() == BenchSettings.Contexts.NONE ? new Bareness(sink) : sink;
        // A run takes from the stock of its blueprint, so each has its own.
        new BenchRun(settings, Blueprint.of(settings), heard, oddities).run();
    }

    /** What people have the habit of, without its occurrences: nobody needs to live there to know it. */
    public List<PlantedRoutine> planned() {
        return planted(new Occurrences());
    }

    @Override
    public Truth truth() {
        return tell((event, cause) -> {});
    }

    /** The whole truth, together with the events: half the work of asking for one after the other. */
    public Truth tell(TruthSink sink) {
        Occurrences occurrences = new Occurrences();
        List<TrueCause> causes = new ArrayList<>();
        List<Oddity> oddities = new ArrayList<>();
        live(
                (event, cause) -> {
                    occurrences.note(event, cause);
                    causes.add(cause);
                    sink.accept(event, cause);
                },
                oddities::add);
        return new Truth(
                BenchSet.VERSION,
                settings.seed(),
                settings.nullHome(),
                startOfDay(0),
                startOfDay(settings.days()),
                settings.days(),
                planted(occurrences),
                oddities,
                causes);
    }

    private List<PlantedRoutine> planted(Occurrences occurrences) {
        return blueprint.habits().stream()
                .map(habit -> HabitTruth.of(habit, firstDay(), occurrences.of(habit.id(), habit.isOfSeveralSteps())))
                .toList();
    }

    private Instant startOfDay(int number) {
        return firstDay()
                .plusDays(number)
                .atStartOfDay(blueprint.clock().zone())
                .toInstant();
    }
}
