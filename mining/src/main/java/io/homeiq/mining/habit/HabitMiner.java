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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Deed, DeedSearch.Result> results = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            results.put(deed, search.search(deed));
            progress.accept((double) results.size() / deeds.size());
        }
        GroupSearch.Found groups =
                new GroupSearch(home, learned, deed -> results.computeIfAbsent(deed, search::search).all()).search(entity -> true);
        int tested =
                results.values().stream().mapToInt(DeedSearch.Result::tested).sum();
        return proven(List.copyOf(results.values()), groups, tested, heldOut);
    }

    /** The habits of one entity, as they look now; the q-values count the hypotheses of the whole home. */
    public List<Pattern> of(EntityId entity, DayRange learned, DayRange heldOut) {
        DeedSearch search = new DeedSearch(home, learned);
        Map<Deed, DeedSearch.Result> known = new LinkedHashMap<>();
        List<DeedSearch.Result> results = home.timeline(entity).stream()
                .flatMap(timeline -> deedsOf(entity, timeline).stream())
                .map(deed -> known.computeIfAbsent(deed, search::search))
                .toList();
        GroupSearch.Found groups = new GroupSearch(
                        home,
                        learned,
                        deed -> known.computeIfAbsent(deed, search::search).all())
                .search(entity::equals);
        int tested = results.stream().mapToInt(DeedSearch.Result::tested).sum();
        return proven(results, groups, tested + home.timelines().size(), heldOut);
    }

    private List<Pattern> proven(
            List<DeedSearch.Result> results, GroupSearch.Found groups, int deedsTested, DayRange heldOut) {
        int tested = deedsTested + groups.tested();
        List<Candidate> all = new ArrayList<>(groups.best());
        results.forEach(result -> all.addAll(result.best()));
        int best = all.size();
        results.forEach(result -> all.addAll(result.outdone()));
        double[] q = BenjaminiHochberg.qValues(
                all.stream().mapToDouble(Candidate::pValue).toArray(), Math.max(tested, all.size()));
        GroupVerdicts verdicts = new GroupVerdicts(prover, heldOut);
        for (int i = 0; i < groups.best().size(); i++) {
            verdicts.judge(all.get(i), q[i]);
        }
        // Other views of the same acts are no discoveries of their own, so each is corrected for all tests by itself.
        groups.spare().forEach(spare -> verdicts.retry(spare, Math.min(1, spare.pValue() * tested)));
        List<Pattern> patterns = new ArrayList<>(verdicts.patterns());
        for (int i = groups.best().size(); i < q.length; i++) {
            boolean outdone = i >= best || verdicts.explain(all.get(i));
            prover.prove(all.get(i), q[i], heldOut, outdone).ifPresent(patterns::add);
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
