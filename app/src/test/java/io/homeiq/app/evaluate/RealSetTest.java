package io.homeiq.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.simulation.engine.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealSetTest {

    @TempDir
    Path data;

    private void write(String folder, String file, String text) throws IOException {
        Files.createDirectories(data.resolve(folder));
        Files.writeString(data.resolve(folder).resolve(file), text);
    }

    @Test
    void readsUsesByNumberAndSkipsEverythingElse() throws IOException {
        // Given
        write("kasteren-a", "kasterenSenseData.txt", """
                Start time: when it began
                Start time\tEnd time\tID\tVal
                25-Feb-2008 09:33:41\t25-Feb-2008 09:33:42\t24\t1
                25-Feb-2008 00:20:14\t25-Feb-2008 00:22:57\t8\t1
                25-Feb-2008 10:00:00\t25-Feb-2008 09:00:00\t8\t1
                """);

        // When
        List<Activation> uses = RealSet.KASTEREN_A.read(data);

        // Then
        assertThat(uses).extracting(use -> use.entity().value()).containsExactly("switch.thing_8", "switch.thing_24");
        assertThat(uses.getFirst().start()).isEqualTo(Instant.parse("2008-02-24T23:20:14Z"));
        assertThat(uses.getFirst().lasts()).isEqualTo(Duration.ofSeconds(163));
    }

    @Test
    void readsUsesByName() throws IOException {
        // Given
        write(
                "ordonez-a",
                "OrdonezA_Sensors.txt",
                "2011-11-28 10:21:24\t2011-11-28 10:21:31\tCabinet\tMagnetic\tBathroom\t\r\n");

        // When
        List<Activation> uses = RealSet.ORDONEZ_A.read(data);

        // Then
        assertThat(uses)
                .singleElement()
                .satisfies(use -> assertThat(use.entity().value()).isEqualTo("switch.thing_bathroom_cabinet"));
    }

    @Test
    void aSetThatIsNotThereIsNotMeasured() throws IOException {
        // When
        List<RealResult> results = new RealEvaluation(data, 1).run();

        // Then
        assertThat(results).hasSize(2).allSatisfy(result -> {
            assertThat(result.measure()).isEmpty();
            assertThat(result.remark()).endsWith("not measured, the set is not there.");
        });
    }

    @Test
    void shufflingKeepsEveryUseAndItsLength() {
        // Given
        List<Activation> uses = new ArrayList<>();
        Instant start = Instant.parse("2026-01-01T07:00:00Z");
        for (int i = 0; i < 30; i++) {
            Instant begins = start.plus(Duration.ofDays(i));
            uses.add(new Activation(RealTrial.thing("kettle"), begins, begins.plusSeconds(60 + i)));
        }

        // When
        List<Activation> shuffled = RealTrial.shuffled(uses, new Chance(5));

        // Then
        assertThat(shuffled).extracting(Activation::lasts).hasSameElementsAs(lengths(uses));
        assertThat(shuffled).extracting(Activation::start).isSorted().isNotEqualTo(starts(uses));
    }

    private static List<Duration> lengths(List<Activation> uses) {
        return uses.stream().map(Activation::lasts).toList();
    }

    private static List<Instant> starts(List<Activation> uses) {
        return uses.stream().map(Activation::start).toList();
    }
}
