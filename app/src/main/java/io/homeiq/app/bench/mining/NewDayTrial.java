package io.homeiq.app.bench.mining;

import io.homeiq.app.bench.Quantiles;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.mining.Miner;
import io.homeiq.mining.Progress;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long 60 days take, all of them mined and analysed; and how long, once they are known, the day after. */
final class NewDayTrial implements Trial {

    static final String WHOLE_MILLIS = "whole-millis";
    static final String DAY_MILLIS = "day-millis";
    static final String WHOLE_ANALYSIS_MILLIS = "whole-analysis-millis";
    static final String DAY_ANALYSIS_MILLIS = "day-analysis-millis";

    /** Java's compiler is busy with the first of them. */
    private static final int RUNS = 5;

    private static final double MEDIAN = 0.5;

    private @Nullable Instant dayBegins;

    /** What one time took, in milliseconds. */
    private record Taken(double mining, double analysis) {

        double both() {
            return mining + analysis;
        }
    }

    @Override
    public Map<String, Double> of(MinedHome home) throws IOException {
        List<Taken> wholes = new ArrayList<>();
        List<Taken> days = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            once(home, wholes, days);
        }
        return Map.of(
                WHOLE_MILLIS,
                median(wholes.stream().mapToDouble(Taken::both).toArray()),
                DAY_MILLIS,
                median(days.stream().mapToDouble(Taken::both).toArray()),
                WHOLE_ANALYSIS_MILLIS,
                median(wholes.stream().mapToDouble(Taken::analysis).toArray()),
                DAY_ANALYSIS_MILLIS,
                median(days.stream().mapToDouble(Taken::analysis).toArray()));
    }

    private void once(MinedHome home, List<Taken> wholes, List<Taken> days) throws IOException {
        Miner miner = home.miner();
        List<HomeEvent> day = new ArrayList<>();
        double[] mining = new double[1];
        ZoneId zone = home.registry().config().timeZone();
        dayBegins = null;
        home.read(event -> {
            if (isOfTheDay(event, zone)) {
                day.add(event);
            } else {
                mining[0] += millis(() -> miner.accept(event));
            }
        });
        miner.settle();
        wholes.add(new Taken(mining[0], millis(() -> miner.analyse(Progress.IGNORED))));
        double ofDay = millis(() -> day.forEach(miner::accept));
        days.add(new Taken(ofDay, millis(() -> miner.update(Progress.IGNORED))));
    }

    private boolean isOfTheDay(HomeEvent event, ZoneId zone) {
        if (dayBegins == null) {
            LocalDate first = LocalDate.ofInstant(event.time(), zone);
            dayBegins = first.plusDays(MinedHome.DAYS).atStartOfDay(zone).toInstant();
        }
        return !event.time().isBefore(dayBegins);
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        return new Quantiles(values).at(MEDIAN);
    }
}
