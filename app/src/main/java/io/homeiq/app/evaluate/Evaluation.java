package io.homeiq.app.evaluate;

import io.homeiq.mining.Progress;
import io.homeiq.simulation.bench.BenchSettings;
import io.homeiq.simulation.score.AttributionScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Runs all trials of a plan, some at a time, and keeps what is needed for the table. */
public final class Evaluation {

    /** Homes whose events are mined in other orders as well. */
    private static final int OTHER_ORDERS = 5;

    /** Homes on which it is measured who did what where all contexts, or none, are there. */
    private static final int OTHER_CONTEXTS = 10;

    private final Plan plan;
    private final Progress progress;
    private final HomeTrial trial;
    private int done;

    public Evaluation(Plan plan, Progress progress, LongSupplier nanoClock) {
        this.plan = plan;
        this.progress = progress;
        this.trial = new HomeTrial(nanoClock);
    }

    /** Runs it. Throws {@link IOException} if details cannot be written. */
    public Tally run() throws IOException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(plan.jobs())) {
            List<Trial> homes = trials(pool, homes());
            List<Trial> nullHomes = trials(pool, nullHomes());
            List<BenchSettings> some = homes().subList(0, Math.min(plan.homes(), OTHER_CONTEXTS));
            return new Tally(
                    plan,
                    homes,
                    nullHomes,
                    attribution(pool, some, BenchSettings.Contexts.ALL_USERS),
                    attribution(pool, some, BenchSettings.Contexts.NONE),
                    sameInAnyOrder(pool, some.subList(0, Math.min(some.size(), OTHER_ORDERS))));
        }
    }

    private List<BenchSettings> homes() {
        return IntStream.range(0, plan.homes())
                .mapToObj(number -> plan.set().home(number).withDays(plan.days()))
                .toList();
    }

    private List<BenchSettings> nullHomes() {
        return IntStream.range(0, plan.nullHomes())
                .mapToObj(number -> plan.set().nullHome(number).withDays(plan.days()))
                .toList();
    }

    private List<Trial> trials(ExecutorService pool, List<BenchSettings> homes)
            throws IOException, InterruptedException {
        List<Callable<Trial>> tasks = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            int number = i;
            tasks.add(() -> trial(homes.get(number), number));
        }
        return all(pool, tasks);
    }

    private Trial trial(BenchSettings settings, int number) throws IOException {
        Trial finished = trial.run(settings);
        if (plan.details() != null) {
            new DetailFile(finished, settings, number).write(plan.details());
        }
        count();
        return finished.slim();
    }

    private synchronized void count() {
        done++;
        int all = plan.homes() + plan.nullHomes();
        progress.at(done + " of " + all + " homes", (double) done / all);
    }

    private static List<Boolean> sameInAnyOrder(ExecutorService pool, List<BenchSettings> homes)
            throws IOException, InterruptedException {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        homes.forEach(home -> tasks.add(() -> new OrderTrial(home).isSameInAnyOrder()));
        return all(pool, tasks);
    }

    private AttributionScore attribution(
            ExecutorService pool, List<BenchSettings> homes, BenchSettings.Contexts contexts)
            throws IOException, InterruptedException {
        List<Callable<AttributionScore>> tasks = new ArrayList<>();
        homes.forEach(home -> tasks.add(() -> trial.attribution(home.with(contexts))));
        return all(pool, tasks).stream().reduce(AttributionScore.NOTHING, AttributionScore::plus);
    }

    /** In the order of the tasks, whichever ends first. */
    private static <T> List<T> all(ExecutorService pool, List<Callable<T>> tasks)
            throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : pool.invokeAll(tasks)) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException fault) {
                    throw fault;
                }
                throw new IllegalStateException("a home could not be measured: " + e.getCause(), e);
            }
        }
        return results;
    }
}
