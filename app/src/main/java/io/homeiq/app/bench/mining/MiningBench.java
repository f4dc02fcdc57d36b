package io.homeiq.app.bench.mining;

import io.homeiq.app.bench.Bench;
import io.homeiq.app.bench.Measure;
import io.homeiq.app.bench.Quantiles;
import io.homeiq.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The speed of all detectors with proof: of whole histories beside a bare parse of the same file, of each event as it
 * comes, and of one day more. Each trial is a process of its own; of those that are short it is the median of several.
 */
public final class MiningBench implements Bench {

    private static final long MILLION = 1_000_000;
    private static final int RUNS = 3;
    private static final double MEDIAN = 0.5;

    private static final double SECONDS_FLOOR = 5;
    private static final double GROWTH_FLOOR = 11;
    private static final double MILLIS_FLOOR = 1;
    private static final double PER_SECOND_FLOOR = 50_000;
    private static final double NEW_DAY_FLOOR = 20;

    private final Path folder;

    public MiningBench(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "mining";
    }

    @Override
    public List<Measure> run(Console console) throws Exception {
        List<Measure> measures = new ArrayList<>();
        Sized tenth = whole("tenth", MILLION / 10, RUNS, console);
        Sized million = whole("million", MILLION, RUNS, console);
        measures.addAll(beside(million));
        measures.add(growth(tenth, million));
        measures.addAll(live(million.home(), "1,000,000 events", console));
        measures.addAll(live(tenth.home(), "100,000 events", console));
        measures.addAll(kept(million.home(), console));
        delete(million.home());
        measures.add(newDay(console));
        Sized tenfold = whole("ten-million", 10 * MILLION, 1, console);
        delete(tenfold.home());
        measures.add(growth(million, tenfold));
        measures.add(
                new Measure("heap allowed for all of it", MiningProcess.HEAP_MIB, "MiB", MiningProcess.HEAP_MIB, true));
        measures.add(Measure.told("held in it after 10 million events", tenfold.heldMib(), "MiB"));
        return measures;
    }

    /** How long a home takes, parsed alone and mined. */
    private record Sized(MinedHome home, double events, double parseSeconds, double seconds, double heldMib) {

        double times() {
            return seconds / parseSeconds;
        }
    }

    private Sized whole(String name, long events, int runs, Console console) throws IOException, InterruptedException {
        console.remark(String.format(Locale.ROOT, "writing a home of %,d events, then mining it…", events));
        MinedHome home = MinedHome.write(folder.resolve(name), events, MinedHome.DAYS);
        List<Map<String, Double>> parsed = new ArrayList<>();
        List<Map<String, Double>> mined = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            // Side by side, so that a slow minute of the machine meets both.
            parsed.add(MiningProcess.run("parse", home));
            mined.add(MiningProcess.run("whole", home));
        }
        return new Sized(
                home,
                median(parsed, ParseTrial.EVENTS),
                median(parsed, ParseTrial.SECONDS),
                median(mined, WholeTrial.SECONDS),
                median(mined, WholeTrial.HELD_MIB));
    }

    private static List<Measure> beside(Sized home) {
        String events = String.format(Locale.ROOT, "%,.0f events, 200 entities, 60 days", home.events());
        return List.of(
                Measure.told("bare parse of " + events, home.parseSeconds(), "s"),
                new Measure(
                        "the same parsed and mined, all detectors with proof",
                        home.seconds(),
                        "s",
                        SECONDS_FLOOR,
                        true),
                Measure.told("mining with parsing beside the bare parse", home.times(), "times"));
    }

    private static Measure growth(Sized one, Sized more) {
        double times = more.events() / one.events();
        String what = String.format(Locale.ROOT, "%.1f times the events (%,.0f), times as long", times, more.events());
        // Allowed is a tenth more than the events themselves grow.
        double floor = GROWTH_FLOOR / 10 * times;
        return new Measure(what, more.seconds() / one.seconds(), "times", floor, true);
    }

    private static List<Measure> live(MinedHome home, String of, Console console)
            throws IOException, InterruptedException {
        console.remark("mining " + of + " one by one…");
        Map<String, Double> live = MiningProcess.run("live", home);
        return List.of(
                new Measure(
                        "one live event of " + of + ", 99 of 100",
                        value(live, LiveTrial.P99_MILLIS),
                        "ms",
                        MILLIS_FLOOR,
                        true),
                Measure.told("of those the people's acts, 99 of 100", value(live, LiveTrial.ACTS_P99_MILLIS), "ms"),
                Measure.told("the longest, once a day at most", value(live, LiveTrial.LONGEST_MILLIS), "ms"),
                new Measure(
                        "live events of " + of + ", one thread",
                        value(live, LiveTrial.PER_SECOND),
                        "events/s",
                        PER_SECOND_FLOOR,
                        false),
                Measure.told(
                        "the same in a Java that just began", value(live, LiveTrial.FIRST_PER_SECOND), "events/s"));
    }

    /** A start that reads everything beside one that goes on from what was kept. */
    private static List<Measure> kept(MinedHome home, Console console) throws IOException, InterruptedException {
        console.remark("keeping what was mined, and reading it back…");
        Map<String, Double> keep = MiningProcess.run("keep", home);
        Map<String, Double> recall = MiningProcess.run("recall", home);
        return List.of(
                Measure.told("1,000,000 events parsed and mined anew", value(keep, KeepTrial.MINING_SECONDS), "s"),
                Measure.told("processor time of that", value(keep, KeepTrial.MINING_CPU_SECONDS), "s"),
                Measure.told("the same read back from what was kept", value(recall, RecallTrial.SECONDS), "s"),
                Measure.told("processor time of that", value(recall, RecallTrial.CPU_SECONDS), "s"),
                Measure.told("writing what is kept", value(keep, KeepTrial.WRITING_SECONDS), "s"),
                Measure.told("its size", value(keep, KeepTrial.MIB), "MiB"));
    }

    private Measure newDay(Console console) throws IOException, InterruptedException {
        console.remark("mining 60 days, then one more…");
        MinedHome home = MinedHome.write(folder.resolve("new-day"), MILLION, MinedHome.DAYS + 1);
        Map<String, Double> taken = MiningProcess.run("new-day", home);
        delete(home);
        console.remark(String.format(
                Locale.ROOT,
                "60 days: %.0f ms, of it %.0f ms analysis; the day after: %.0f ms, of it %.0f ms analysis",
                value(taken, NewDayTrial.WHOLE_MILLIS),
                value(taken, NewDayTrial.WHOLE_ANALYSIS_MILLIS),
                value(taken, NewDayTrial.DAY_MILLIS),
                value(taken, NewDayTrial.DAY_ANALYSIS_MILLIS)));
        double times = value(taken, NewDayTrial.WHOLE_MILLIS) / value(taken, NewDayTrial.DAY_MILLIS);
        return new Measure("the new day only, after 60 known days: times faster", times, "times", NEW_DAY_FLOOR, false);
    }

    private static double median(List<Map<String, Double>> runs, String figure) {
        return new Quantiles(
                        runs.stream().mapToDouble(run -> value(run, figure)).toArray())
                .at(MEDIAN);
    }

    private static double value(Map<String, Double> figures, String name) {
        Double value = figures.get(name);
        if (value == null) {
            throw new IllegalStateException("a trial did not tell " + name);
        }
        return value;
    }

    private static void delete(MinedHome home) throws IOException {
        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
