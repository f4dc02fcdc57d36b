package io.homeiq.app.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.bench.Measure;
import io.homeiq.simulation.bench.BenchSet;
import io.homeiq.simulation.score.HomeScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one table of an evaluation, for people and for tools. */
public final class ResultTable {

    private final Tally tally;
    private final List<RealResult> real;

    public ResultTable(Tally tally, List<RealResult> real) {
        this.tally = tally;
        this.real = List.copyOf(real);
    }

    /** All rows, those on real sets last. */
    public List<Measure> measures() {
        List<Measure> rows = new ArrayList<>(tally.measures());
        real.stream().map(RealResult::measure).flatMap(Optional::stream).forEach(rows::add);
        return rows;
    }

    /** What is worth knowing beside the rows; one sentence each. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(what());
        remarks.addAll(tally.remarks());
        real.stream().map(RealResult::remark).forEach(remarks::add);
        return remarks;
    }

    private String what() {
        Plan plan = tally.plan();
        return String.format(
                Locale.ROOT,
                "HomePatternBench version %d, scoring %d, seed %d: %d homes and %d null homes of %d days.",
                BenchSet.VERSION,
                HomeScore.VERSION,
                plan.set().seed(),
                plan.homes(),
                plan.nullHomes(),
                plan.days());
    }

    /** Writes JSON to the file, and Markdown to one of the same name that ends in {@code .md}. */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json()) + "\n");
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        Files.write(file.resolveSibling(name + ".md"), markdown());
    }

    private ObjectNode json() {
        Plan plan = tally.plan();
        ObjectNode root = new ObjectMapper()
                .createObjectNode()
                .put("bench_version", BenchSet.VERSION)
                .put("scoring_version", HomeScore.VERSION)
                .put("seed", plan.set().seed())
                .put("homes", plan.homes())
                .put("null_homes", plan.nullHomes())
                .put("days", plan.days());
        ArrayNode rows = root.putArray("rows");
        for (Measure row : measures()) {
            rows.addObject()
                    .put("what", row.what().strip())
                    .put("value", row.value())
                    .put("must_be", bound(row))
                    .put("reached", row.isReached());
        }
        ArrayNode remarks = root.putArray("remarks");
        remarks().forEach(remarks::add);
        return root;
    }

    private static String bound(Measure row) {
        return (row.atMost() ? "<= " : ">= ") + row.floor();
    }

    private List<String> markdown() {
        List<String> lines = new ArrayList<>(List.of("| measure | value | must be | |", "|---|---|---|---|"));
        for (Measure row : measures()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %s | %s |",
                    row.what().strip(),
                    row.value(),
                    bound(row),
                    row.isReached() ? "reached" : "not reached"));
        }
        lines.add("");
        remarks().forEach(remark -> lines.add("- " + remark));
        return lines;
    }
}
