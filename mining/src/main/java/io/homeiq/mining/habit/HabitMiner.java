package io.homeiq.mining.habit;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.attribution.Actuators;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.statistics.BenjaminiHochberg;
import io.homeiq.mining.timeline.DayRange;
import io.homeiq.mining.timeline.Household;
import io.homeiq.mining.timeline.StateNames;
import io.homeiq.mining.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/** Searches the whole home, or one entity, for habits and proves them. */
public final class HabitMiner {

    private static final Comparator<Pattern> BEST_FIRST = Comparator.comparing((Pattern p) -> !p.isProven())
            .thenComparingDouble(p -> -p.confidence())
            .thenComparing(p -> p.id().value());

    private final Household home;
    private final Prover prover;

    public HabitMiner(
            HomeId homeId, Household home, SafetyPolicy safety, ExistingAutomations existing, Standards standards) {
        this.home = home;
        this.prover = new Prover(homeId, home, safety, existing, standards);
    }

    /**
     * Every habit of the home, the proven ones first, best first.
     *
     * @param learned the days to learn from
     * @param heldOut the days to prove on
     * @param progress hears the share that is done, 0 to 1
     */
    public List<Pattern> everything(DayRange learned, DayRange heldOut, DoubleConsumer progress) {
        DeedSearch search = new DeedSearch(home, learned);
        List<Deed> deeds = deeds();
        List<DeedSearch.Result> results = new ArrayList<>();
        for (Deed deed : deeds) {
            results.add(search.search(deed));
            progress.accept((double) results.size() / deeds.size());
        }
        int tested = results.stream().mapToInt(DeedSearch.Result::tested).sum();
        return proven(results, tested, heldOut);
    }

    /** The habits of one entity, as they look now; the q-values count the hypotheses of the whole home. */
    public List<Pattern> of(EntityId entity, DayRange learned, DayRange heldOut) {
        DeedSearch search = new DeedSearch(home, learned);
        List<DeedSearch.Result> results = home.timeline(entity).stream()
                .flatMap(timeline -> deedsOf(entity, timeline).stream())
                .map(search::search)
                .toList();
        int tested = results.stream().mapToInt(DeedSearch.Result::tested).sum();
        return proven(results, tested + home.timelines().size(), heldOut);
    }

    private List<Pattern> proven(List<DeedSearch.Result> results, int tested, DayRange heldOut) {
        List<Candidate> best = results.stream().flatMap(r -> r.best().stream()).toList();
        List<Candidate> all = new ArrayList<>(best);
        results.forEach(result -> all.addAll(result.outdone()));
        double[] q = BenjaminiHochberg.qValues(
                all.stream().mapToDouble(Candidate::pValue).toArray(), Math.max(tested, all.size()));
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            prover.prove(all.get(i), q[i], heldOut, i >= best.size()).ifPresent(patterns::add);
        }
        patterns.sort(BEST_FIRST);
        return patterns;
    }

    private List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        home.timelines().forEach((entity, timeline) -> deeds.addAll(deedsOf(entity, timeline)));
        return deeds;
    }

    private static List<Deed> deedsOf(EntityId entity, Timeline timeline) {
        Set<Short> states = new TreeSet<>();
        for (int i = 0; i < timeline.size() && Actuators.isActuator(entity); i++) {
            if (timeline.isActAt(i) && timeline.stateAt(i) > StateNames.ABSENT) {
                states.add(timeline.stateAt(i));
            }
        }
        return states.stream().map(state -> new Deed(entity, state)).toList();
    }
}
