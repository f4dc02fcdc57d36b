package io.homeiq.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.mining.Progress;
import io.homeiq.simulation.bench.BenchHome;
import io.homeiq.simulation.bench.BenchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same history gives the same findings, in whatever order it arrives. */
class ShuffledHistoryIT {

    private static final long SEED = 4_711;
    private static final int DAYS = 30;
    private static final int MOST_LATE_SECONDS = 60;

    @TempDir
    Path folder;

    private record Arriving(String line, long at) {}

    @Test
    void eventsThatComeUpToAMinuteLateChangeNothing() throws IOException {
        // Given
        BenchHome home = BenchHome.of(BenchSettings.of(SEED).withDays(DAYS));
        HomeFolder files = new HomeFolder(home, folder.resolve("home"));
        files.writeHistory();
        Path shuffled = folder.resolve("shuffled.ndjson");
        Files.write(shuffled, shuffled(home, Files.readAllLines(files.events())));

        // When
        Path straight = analyze(home, files.events(), folder.resolve("straight"));
        Path late = analyze(home, shuffled, folder.resolve("late"));

        // Then
        assertThat(lines(late))
                .as("who did what, seed %d", SEED)
                .hasSizeGreaterThan(1_000)
                .isEqualTo(lines(straight));
        assertThat(late.resolve("patterns.json"))
                .as("patterns, seed %d", SEED)
                .hasSameTextualContentAs(straight.resolve("patterns.json"));
        assertThat(late.resolve("suggestions.json"))
                .as("suggestions, seed %d", SEED)
                .hasSameTextualContentAs(straight.resolve("suggestions.json"));
    }

    /** Each line by the moment at which it arrives. */
    private static List<String> shuffled(BenchHome home, List<String> lines) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Long> times = new ArrayList<>();
        home.events((event, cause) -> times.add(event.time().toEpochMilli()));
        List<Arriving> arriving = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            arriving.add(new Arriving(lines.get(i), times.get(i) + random.nextLong(MOST_LATE_SECONDS * 1000L)));
        }
        arriving.sort(Comparator.comparingLong(Arriving::at));
        return arriving.stream().map(Arriving::line).toList();
    }

    private static Path analyze(BenchHome home, Path events, Path out) throws IOException {
        AnalyzeRequest request = new AnalyzeRequest(
                List.of(new HistoryPlace.File(events)),
                out,
                home.registry(),
                home.automations(),
                Integer.MAX_VALUE,
                out.resolve("causes.ndjson"));
        AnalyzeOutcome outcome = new OfflineAnalysis(Progress.IGNORED, () -> 0).run(request);
        assertThat(outcome.faults()).isEmpty();
        return out;
    }

    /** The lines stand in the order of the source, which differs; what they say must not. */
    private static List<String> lines(Path out) throws IOException {
        return Files.readAllLines(out.resolve("causes.ndjson")).stream()
                .sorted()
                .toList();
    }
}
