package io.homeiq.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.BusWatcher;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same life, and at each step a power cut for the process: in the middle of what it does where that takes a while, while it is away for what happens
 * in the home. The days on which people undo the automation are imported, after the process came back some days later.
 */
class KilledLifeIT {

    private static final long SEED = 11;
    private static final int DAYS = 40;
    private static final int DAYS_OF_UNDOING = 9;

    @TempDir
    Path folder;

    private MosquittoProcess broker;
    private HomeAssistantProcess process;

    @BeforeEach
    void start() {
        broker = MosquittoProcess.startPersistent();
        process = HomeAssistantProcess.startSampleHome(broker.host(), broker.port());
    }

    /** A dozen starts take their time on a busy machine. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void theLifeGoesOnOverAPowerCutAtEachStep() {
        // Given
        try (MosquittoProcess usedBroker = broker;
                HomeAssistantProcess usedHome = process;
                LivedHome home = new LivedHome(usedHome, usedBroker);
                BusWatcher bus = BusWatcher.of(broker.host(), broker.port());
                KilledProgram program = new KilledProgram(folder, process, broker);
                OwnersDesk desk = new OwnersDesk(program::url)) {
            new Life(home, program, desk, new ToldLife(bus)).isLived();
        }
    }

    /** The steps, each with its power cut. */
    private final class Life {

        private final LivedHome home;
        private final KilledProgram program;
        private final OwnersDesk desk;
        private final ToldLife told;
        private final Instant begun = Instant.now();
        private String id = "";
        private String automation = "";

        Life(LivedHome home, KilledProgram program, OwnersDesk desk, ToldLife told) {
            this.home = home;
            this.program = program;
            this.desk = desk;
            this.told = told;
        }

        void isLived() {
            seeds();
            isSuggested();
            isTried();
            isApprovedAndDeployed();
            firesAndIsUndone();
            isToBeRepaired();
            isRolledBack();
        }

        private void powerCut() {
            program.kill();
            program.startAgain();
            awaitReady();
        }

        private void awaitReady() {
            OwnersDesk.await("it is back")
                    .untilAsserted(
                            () -> assertThat(desk.isReady()).as(program::log).isTrue());
        }

        /** What is asked for may be cut off before its answer. */
        private Thread meanwhile(Runnable request) {
            return Thread.startVirtualThread(() -> {
                try {
                    request.run();
                } catch (UncheckedIOException e) {
                    // The process was killed before it could answer.
                }
            });
        }

        /** Killed while it reads; the file is imported again. */
        private void seeds() {
            WrittenHistory past =
                    WrittenHistory.withTheHabit(SEED, begun.minus(Duration.ofHours(1)), DAYS, home.secondUser());
            Path file = past.writeTo(folder.resolve("past.ndjson"));
            awaitReady();
            desk.awaitHome();
            meanwhile(() -> desk.imports(file));
            powerCut();
            JsonNode result = desk.imports(file);
            assertThat(result.path("added").asInt() + result.path("duplicates").asInt())
                    .isEqualTo(past.size());
            assertThat(desk.imports(file).path("duplicates").asInt()).isEqualTo(past.size());
        }

        /** Killed while it analyses, and when it has suggested. */
        private void isSuggested() {
            desk.analyse();
            powerCut();
            desk.analyse();
            id = desk.suggestion().path("id").asText();
            powerCut();
            JsonNode suggestion = desk.suggestion();
            assertThat(suggestion.path("id").asText()).isEqualTo(id);
            automation = suggestion.path("automation_id").asText();
        }

        /** Killed as the trial begins, and as it has seen something. */
        private void isTried() {
            desk.tryOut(id);
            program.kill();
            home.opensDoor();
            home.lampByHand("on");
            program.startAgain();
            awaitReady();
            assertThat(desk.status(id)).isEqualTo("trial");
            OwnersDesk.await("the trial has seen it")
                    .untilAsserted(
                            () -> assertThat(desk.trial(id).path("agreed").asInt())
                                    .as(() -> desk.trial(id) + desk.newest())
                                    .isEqualTo(1));
            assertThat(home.view().automation(automation).isMissingNode()).isTrue();
            home.closesDoor();
            home.lampByHand("off");
        }

        /** Killed at once after the button, and again as it puts the automation in place. */
        private void isApprovedAndDeployed() {
            home.pressApprove(id);
            powerCut();
            OwnersDesk.await("the press is obeyed")
                    .untilAsserted(() -> assertThat(desk.status(id)).isIn("approved", "deployed"));
            powerCut();
            desk.awaitStatus(id, "deployed");
            assertThat(desk.versions(automation)).isEqualTo(1);
            assertThat(home.view().template("{{ states.automation | list | count }}"))
                    .isEqualTo("1");
            assertThat(home.view().template("{{ label_entities('HomeIQ') | count }}"))
                    .isEqualTo("1");
        }

        /** All of it while the process is away. */
        private void firesAndIsUndone() {
            assertThat(home.lastRun(automation)).isEmpty();
            program.kill();
            home.opensDoor();
            home.awaitState(LivedHome.LAMP, "on");
            assertThat(home.lastRun(automation)).isNotEmpty();
            home.lampOffInTheApp();
            home.closesDoor();
            program.startAgain();
            OwnersDesk.await("the undoing is told")
                    .untilAsserted(
                            () -> assertThat(told.undone()).as(program::log).hasSize(1));
            powerCut();
        }

        /** Killed while it reads of more days, and when it has proposed a repair. */
        private void isToBeRepaired() {
            String entity = home.view().automation(automation).path("entity_id").asText();
            WrittenHistory next = WrittenHistory.withUndoing(
                    SEED, begun.plus(Duration.ofHours(2)), DAYS_OF_UNDOING, home.secondUser(), entity);
            Path file = next.writeTo(folder.resolve("next.ndjson"));
            program.pass(DAYS_OF_UNDOING + 1);
            powerCut();
            meanwhile(() -> desk.imports(file));
            powerCut();
            desk.imports(file);
            powerCut();
            JsonNode repair = desk.onlyOneWaiting();
            assertThat(repair.at("/repair/kind").asText()).isEqualTo("time");
            powerCut();
            assertThat(desk.onlyOneWaiting().path("id")).isEqualTo(repair.path("id"));
            assertThat(told.undone()).hasSize(1 + DAYS_OF_UNDOING);
        }

        /** Killed while it takes the automation away; asked again, it is done once. */
        private void isRolledBack() {
            Thread asking = meanwhile(() -> desk.rollBack(automation));
            OwnersDesk.await("it is on its way")
                    .until(() -> !asking.isAlive()
                            || home.view().configuration(automation).isMissingNode());
            powerCut();
            desk.rollBack(automation);
            desk.awaitStatus(id, "rolled_back");
            home.assertNothingLeftOf(automation);
            assertThat(desk.inPlace()).isZero();
            assertThat(desk.waiting()).isEmpty();
            OwnersDesk.await("the end is told").untilAsserted(() -> told.assertOnceInOrder(Set.of(id, automation)));
            program.withoutDevice();
            powerCut();
            OwnersDesk.await("the device is gone")
                    .untilAsserted(() -> assertThat(home.entitiesOfHomeIq()).isEmpty());
        }
    }
}
