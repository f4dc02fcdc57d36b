package io.homeiq.app.evaluate;

import io.homeiq.app.bench.Measure;
import io.homeiq.simulation.Turn;
import io.homeiq.simulation.bench.ServedHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Lets homes live in which an automation of ours does a habit that changes, and measures whether the right repair is proposed. */
public final class RepairEvaluation {

    private static final long STRIDE = 7_919;

    /** No chance leaves this many homes in a row without a habit that can be served. */
    private static final int SEEDS_A_HOME = 50;

    private static final int NOTICED_DAYS = 7;
    private static final double NOTICED = 0.9;
    private static final double RIGHT = 0.8;
    private static final double WRONGLY_RETIRED = 0.02;

    private final long seed;
    private final int homes;
    private final int jobs;
    private final Progress progress;
    private int done;

    /** Hears how far it is: words, and the share that is done, 0 to 1. */
    @FunctionalInterface
    public interface Progress {

        void at(String stage, double share);
    }

    /**
     * An evaluation of a series of homes.
     *
     * @param jobs homes at a time
     */
    public RepairEvaluation(long seed, int homes, int jobs, Progress progress) {
        if (homes < 1 || jobs < 1) {
            throw new IllegalArgumentException(
                    "an evaluation of repairs needs one or more homes and jobs, was: " + homes + ", " + jobs);
        }
        this.seed = seed;
        this.homes = homes;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** What came of it: rows beside what must be reached, and a line on each kind of change. */
    public record Outcome(List<Measure> measures, List<String> remarks) {}

    public Outcome run() throws InterruptedException {
        List<Callable<RepairResult>> tasks = LongStream.rangeClosed(1, (long) homes * SEEDS_A_HOME)
                .mapToObj(number -> ServedHome.of(seed + number * STRIDE))
                .flatMap(Optional::stream)
                .limit(homes)
                .<Callable<RepairResult>>map(home -> () -> trial(home))
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
            List<RepairResult> results = new ArrayList<>();
            for (Future<RepairResult> future : pool.invokeAll(tasks)) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a home could not be measured: " + e.getCause(), e);
                }
            }
            return new Outcome(measures(results), remarks(results));
        }
    }

    private RepairResult trial(ServedHome home) {
        RepairResult result = RepairTrial.run(home);
        synchronized (this) {
            done++;
            progress.at(done + " of " + homes + " homes", (double) done / homes);
        }
        return result;
    }

    private static double share(List<RepairResult> of, Predicate<RepairResult> which) {
        return of.isEmpty() ? 0 : (double) of.stream().filter(which).count() / of.size();
    }

    private static List<Measure> measures(List<RepairResult> results) {
        List<RepairResult> asked = results.stream()
                .filter(result -> result.asked() && result.isChanged())
                .toList();
        List<RepairResult> shown =
                asked.stream().filter(RepairResult::shownInAWeek).toList();
        return List.of(
                new Measure(
                        "changes noticed within 7 days, of those that showed on 3 of them",
                        share(shown, result -> result.isNoticedWithin(NOTICED_DAYS)),
                        "",
                        NOTICED,
                        false),
                new Measure(
                        "the right repair proposed first",
                        share(asked, result -> result.right() && !result.tooEarly()),
                        "",
                        RIGHT,
                        false),
                new Measure(
                        "automations wrongly proposed for retirement",
                        share(results, RepairResult::isWronglyRetired),
                        "",
                        WRONGLY_RETIRED,
                        true));
    }

    private static List<String> remarks(List<RepairResult> results) {
        List<String> remarks = new ArrayList<>();
        remarks.add(line(results, "stays", Turn.Keeps.class));
        remarks.add(line(results, "moves", Turn.Moves.class));
        remarks.add(line(results, "gains a condition", Turn.Gains.class));
        remarks.add(line(results, "moves and gains a condition", Turn.MovesAndGains.class));
        remarks.add(line(results, "ends", Turn.Ends.class));
        return remarks;
    }

    private static String line(List<RepairResult> results, String what, Class<? extends Turn> turn) {
        List<RepairResult> all = results.stream()
                .filter(result -> turn.isInstance(result.turn()))
                .toList();
        List<RepairResult> asked = all.stream().filter(RepairResult::asked).toList();
        return String.format(
                Locale.ROOT,
                "Habit %s: %d homes, %d that tell enough; noticed within 7 days %d, ever %d; "
                        + "proposed %d, right at first %d, right at last %d; wrongly retired %d.",
                what,
                all.size(),
                asked.size(),
                asked.stream()
                        .filter(each -> each.isNoticedWithin(NOTICED_DAYS))
                        .count(),
                asked.stream().filter(each -> each.noticedAfter() != null).count(),
                asked.stream().filter(RepairResult::isProposed).count(),
                asked.stream().filter(each -> each.right() && !each.tooEarly()).count(),
                asked.stream().filter(RepairResult::rightAtLast).count(),
                all.stream().filter(RepairResult::isWronglyRetired).count());
    }
}
