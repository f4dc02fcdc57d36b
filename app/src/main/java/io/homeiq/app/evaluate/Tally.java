package io.homeiq.app.evaluate;

import io.homeiq.app.bench.Measure;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.score.AnomalyScore;
import io.homeiq.simulation.score.AttributionScore;
import io.homeiq.simulation.score.ChangeScore;
import io.homeiq.simulation.score.HomeScore;
import io.homeiq.simulation.score.Match;
import io.homeiq.simulation.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All trials together, as the numbers that must be reached.
 *
 * @param sameInAnyOrder for some homes: whether it changed nothing how their events arrived
 */
public record Tally(
        Plan plan,
        List<Trial> homes,
        List<Trial> nullHomes,
        AttributionScore allContexts,
        AttributionScore noContexts,
        List<Boolean> sameInAnyOrder) {

    /** Kinds that can become an automation. */
    private static final List<PatternKind> KINDS = List.of(
            PatternKind.TIME_OF_DAY,
            PatternKind.SUN,
            PatternKind.TRIGGER_ACTION,
            PatternKind.SEQUENCE,
            PatternKind.SCENE,
            PatternKind.DURATION,
            PatternKind.PRESENCE,
            PatternKind.NUMERIC_THRESHOLD);

    public Tally {
        homes = List.copyOf(homes);
        nullHomes = List.copyOf(nullHomes);
        sameInAnyOrder = List.copyOf(sameInAnyOrder);
    }

    private Stream<HomeScore> scores() {
        return homes.stream().map(Trial::score);
    }

    private long count(Verdict.Worth worth) {
        return scores().mapToLong(score -> score.count(worth)).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    /** What only says the same again is left out: it is no further discovery, and no false one. */
    double precision() {
        long right = count(Verdict.Worth.RIGHT);
        return share(right, right + count(Verdict.Worth.WRONG));
    }

    private int routines(Function<HomeScore, List<PlantedRoutine>> which, PatternKind kind) {
        return (int) scores().flatMap(score -> which.apply(score).stream())
                .filter(routine -> routine.kind() == kind)
                .count();
    }

    List<KindRow> kinds() {
        return KINDS.stream()
                .map(kind -> new KindRow(kind, routines(HomeScore::asked, kind), routines(HomeScore::found, kind)))
                .toList();
    }

    double recall() {
        int asked = kinds().stream().mapToInt(KindRow::asked).sum();
        return share(kinds().stream().mapToInt(KindRow::found).sum(), asked);
    }

    private double share(Predicate<Match> holds) {
        List<Match> matches = scores().flatMap(score -> score.verdicts().stream())
                .filter(verdict -> verdict.worth() == Verdict.Worth.RIGHT)
                .map(Verdict::found)
                .flatMap(Optional::stream)
                .toList();
        return share(matches.stream().filter(holds).count(), matches.size());
    }

    double suggestionsANullHome() {
        long all = nullHomes.stream()
                .mapToLong(trial -> trial.score().verdicts().size())
                .sum();
        return nullHomes.isEmpty() ? 0 : (double) all / nullHomes.size();
    }

    ChangeScore changes() {
        return homes.stream().map(Trial::changes).reduce(ChangeScore.NOTHING, ChangeScore::plus);
    }

    private AnomalyScore anomalies() {
        return Stream.concat(homes.stream(), nullHomes.stream())
                .map(Trial::anomalies)
                .reduce(AnomalyScore.NOTHING, AnomalyScore::plus);
    }

    private double f1() {
        return Stream.concat(homes.stream(), nullHomes.stream())
                .map(Trial::attribution)
                .reduce(AttributionScore.NOTHING, AttributionScore::plus)
                .f1();
    }

    /** The table, in its order. */
    public List<Measure> measures() {
        List<Measure> rows = new ArrayList<>();
        rows.add(atLeast("precision of suggestions", precision(), 0.95));
        rows.add(atLeast("recall of routines that occurred at least 12 times", recall(), 0.85));
        for (KindRow row : kinds()) {
            String name = row.kind().name().toLowerCase(Locale.ROOT);
            rows.add(atLeast("  " + name + ": " + row.found() + " of " + row.asked(), row.recall(), 0.70));
        }
        rows.add(atLeast("right time, offset, delay class or limit, of the found", share(Match::timing), 0.95));
        rows.add(atLeast("right state and level, of the found", share(Match::state), 0.95));
        rows.add(new Measure("suggestions a null home", suggestionsANullHome(), "", 0.05, true));
        ChangeScore changes = changes();
        rows.add(atLeast(
                "changes noticed within 7 days: " + changes.noticed() + " of " + changes.known(),
                share(changes.noticed(), changes.known()),
                0.90));
        rows.add(new Measure(
                "steady habits taken for ended or moved: " + changes.ended() + " of " + changes.steady(),
                changes.steady() == 0 ? 0 : (double) changes.ended() / changes.steady(),
                "",
                0.02,
                true));
        AnomalyScore anomalies = anomalies();
        rows.add(atLeast(
                "anomalies told: " + anomalies.told() + " of " + anomalies.planted(),
                share(anomalies.told(), anomalies.planted()),
                0.70));
        rows.add(new Measure("false anomalies a home and week", anomalies.othersAWeek(), "", 0.05, true));
        rows.add(atLeast("a person did it, F1, users hidden on 92 % of the events", f1(), 0.95));
        rows.add(atLeast("a person did it, F1, all contexts there", allContexts.f1(), 0.99));
        long same = sameInAnyOrder.stream().filter(equal -> equal).count();
        rows.add(atLeast(
                "live = batch = late by up to 60 s: " + same + " of " + sameInAnyOrder.size() + " homes",
                share(same, sameInAnyOrder.size()),
                1));
        return rows;
    }

    /** What is worth knowing beside the table; one sentence each. */
    public List<String> remarks() {
        double seconds = Stream.concat(homes.stream(), nullHomes.stream())
                .mapToDouble(Trial::seconds)
                .average()
                .orElse(0);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Suggestions: %d right, %d that say the same again, %d wrong, %d of routines that faded.",
                        count(Verdict.Worth.RIGHT),
                        count(Verdict.Worth.DOUBLE),
                        count(Verdict.Worth.WRONG),
                        count(Verdict.Worth.NEUTRAL)),
                String.format(
                        Locale.ROOT,
                        "%d planted routines may not be switched by a rule and are not asked for.",
                        scores().mapToInt(score -> score.barred().size()).sum()),
                String.format(
                        Locale.ROOT,
                        "Conditions: %.2f of the found that hold under conditions only were found with some.",
                        share(Match::conditions)),
                String.format(
                        Locale.ROOT,
                        "Steady habits: %d of %d were not proposed any more at some later week, for whatever reason;"
                                + " %d of %d weeks looked like a change.",
                        changes().lost(),
                        changes().steady(),
                        changes().falls(),
                        changes().weeks()),
                String.format(
                        Locale.ROOT, "Without any context the F1 of \"a person did it\" is %.3f.", noContexts.f1()),
                String.format(Locale.ROOT, "A home took %.2f seconds.", seconds));
    }

    private static Measure atLeast(String what, double value, double floor) {
        return new Measure(what, value, "", floor, false);
    }
}
