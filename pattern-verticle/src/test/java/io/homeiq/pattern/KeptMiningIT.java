package io.homeiq.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.analysis.AnalysisRun;
import io.homeiq.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that starts anew goes on from what it kept, where that is still true, and else reads the history. */
class KeptMiningIT {

    private static final List<Sequenced> EVENTS = PorchLife.events(1, 40);

    /** All but the last days. */
    private static final int KNOWN = 60;

    private static final int NEW = EVENTS.size() - KNOWN;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The one by which the log is known again. */
    private static final int PROOF = 1;

    @TempDir
    private Path folder;

    private final MutableClock clock = MutableClock.at("2026-02-20T20:00:00Z");
    private Station station;
    private int wholeReads;
    private int linesRead;

    @BeforeEach
    void stopAfterAnAnalysis() throws IOException {
        station = new Station(Files.createDirectory(folder.resolve("one")), clock);
        station.register(HallLife.registry());
        station.history.add(EVENTS.subList(0, KNOWN));
        station.analyse();
        station.stop();
        wholeReads = station.history.wholeReads();
        linesRead = station.history.linesRead();
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void readsOnlyWhatIsNewAndFindsTheSame() throws IOException {
        // Given
        station.history.add(EVENTS.subList(KNOWN, EVENTS.size()));

        // When
        station.startAgain();
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(wholeReads);
        assertThat(station.history.linesRead()).isEqualTo(linesRead + PROOF + NEW);
        try (Station other = new Station(Files.createDirectory(folder.resolve("other")), clock)) {
            other.register(HallLife.registry());
            other.history.add(EVENTS.subList(0, KNOWN));
            other.analyse();
            other.history.add(EVENTS.subList(KNOWN, EVENTS.size()));
            other.stop();
            Files.delete(other.minerMemory());
            other.startAgain();
            clock.advance(Duration.ofMinutes(1));
            other.analyse();
            assertThat(other.history.wholeReads()).isGreaterThan(1);
            assertThat(found(station)).isEqualTo(found(other)).isNotEmpty();
            assertThat(station.runs().getFirst().result())
                    .isEqualTo(other.runs().getFirst().result())
                    .extracting(AnalysisRun.Result::events)
                    .isEqualTo((long) EVENTS.size());
        }
    }

    @Test
    void whatWasHeardAfterTheAnalysisIsKeptAtTheEnd() {
        // Given
        station.startAgain();
        station.history.add(EVENTS.subList(KNOWN, EVENTS.size()));
        station.ring(EVENTS.getLast());
        await().atMost(PATIENCE).until(() -> station.history.linesRead() == linesRead + PROOF + NEW);
        await().atMost(PATIENCE).until(() -> station.number("homeiq_history_lag_events") == 0);
        station.stop();
        linesRead = station.history.linesRead();

        // When
        station.startAgain();
        analyse();

        // Then
        assertThat(station.history.linesRead()).isEqualTo(linesRead + PROOF);
        assertThat(station.history.wholeReads()).isEqualTo(wholeReads);
    }

    @Test
    void aFileThatIsGoneIsNotMissed() throws IOException {
        // Given
        Files.delete(station.minerMemory());

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void aBrokenFileIsLeftAlone() throws IOException {
        // Given
        byte[] bytes = Files.readAllBytes(station.minerMemory());
        bytes[bytes.length / 2] ^= (byte) 4;
        Files.write(station.minerMemory(), bytes);

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void aFileOfSomethingElseIsLeftAlone() throws IOException {
        // Given
        Files.writeString(station.minerMemory(), "not at all what it should be");

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void anotherRegistryAsksForEverythingAgain() {
        // Given
        station.register(HallLife.registry("a_label"));

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void anImportOfOlderHistoryAsksForEverythingAgain() {
        // Given
        Sequenced first = EVENTS.getFirst();
        station.history.add(List.of(
                PorchLife.change(KNOWN + 1, "off", "on", first.event().time().minus(Duration.ofDays(3)))));

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void anotherLogUnderTheSameNumbersIsNotTakenForThisOne() {
        // Given
        station.history.replace(PorchLife.events(2, 40));

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void aLogThatHoldsLessThanBeforeIsReadFromItsBeginning() {
        // Given
        station.history.forget(10);

        // Then
        readsEverythingAtItsStart();
    }

    @Test
    void whatWasLeftUnfinishedByAPowerCutIsPassedOver() throws IOException {
        // Given
        byte[] bytes = Files.readAllBytes(station.minerMemory());
        Files.write(
                station.minerMemory().resolveSibling("miner_memory.bin.new"), Arrays.copyOf(bytes, bytes.length / 2));

        // When
        station.startAgain();
        analyse();

        // Then
        assertThat(station.history.wholeReads()).isEqualTo(wholeReads);
        assertThat(station.minerMemory().resolveSibling("miner_memory.bin.new")).doesNotExist();
    }

    @Test
    void whatCameOutOfOrderIsNotKept() throws IOException {
        // Given
        station.startAgain();
        analyse();
        byte[] kept = Files.readAllBytes(station.minerMemory());
        Sequenced late = PorchLife.change(
                KNOWN + 1, "off", "on", EVENTS.get(KNOWN - 1).event().time().minusSeconds(1));
        station.history.add(List.of(late));
        station.ring(late);
        await().atMost(PATIENCE).until(() -> station.history.linesRead() > linesRead + PROOF);
        await().atMost(PATIENCE).until(() -> station.number("homeiq_history_lag_events") == 0);

        // When
        station.stop();

        // Then
        assertThat(Arrays.equals(Files.readAllBytes(station.minerMemory()), kept))
                .isTrue();
    }

    @Test
    void aPlaceThatCannotBeWrittenToSpoilsNothing() throws IOException {
        // Given a folder where the file should be
        Files.delete(station.minerMemory());
        Files.createDirectories(station.minerMemory().resolve("in the way"));

        // When
        station.startAgain();
        analyse();

        // Then
        assertThat(found(station)).isNotEmpty();
    }

    private void readsEverythingAtItsStart() {
        station.startAgain();

        await().atMost(PATIENCE).until(() -> station.history.wholeReads() == wholeReads + 1);
        analyse();
        assertThat(station.history.wholeReads()).isEqualTo(wholeReads + 1);
    }

    private static List<JsonNode> found(Station by) {
        JsonNode patterns = by.get("/api/v1/patterns/list").at("/data/patterns");
        patterns.forEach(pattern -> ((ObjectNode) pattern).remove(List.of("created_at", "updated_at")));
        return patterns.valueStream().toList();
    }

    /** Later than the one before, so that the runs tell which was the latest. */
    private void analyse() {
        clock.advance(Duration.ofMinutes(1));
        station.analyse();
    }
}
