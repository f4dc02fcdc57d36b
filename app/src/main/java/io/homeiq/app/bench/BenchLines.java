package io.homeiq.app.bench;

import java.util.List;

/** The table of the benchmark, for a terminal. */
public final class BenchLines {

    private BenchLines() {}

    /** One line a figure. */
    public static List<String> of(List<Measure> measures) {
        return measures.stream().map(Measure::line).toList();
    }
}
