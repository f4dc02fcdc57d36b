package io.homeiq.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.BusWatcher;
import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One suggestion from a seeded history to its automation in a real Home Assistant, undone there by a person, and back. What a repair needs more of than a
 * test can wait for, days on which people undo it, is imported as further history, after the clock of HomeIQ went ahead.
 */
class WholeLifeIT {

    private static final long SEED = 11;
    private static final int DAYS = 40;
    private static final int DAYS_OF_UNDOING = 9;

    @TempDir
    Path folder;

    private final Days days = new Days();

    @Test
    void aHabitBecomesAnAutomationThatPeopleUndoAndThatGoesWithoutATrace() {
        // Given
        try (MosquittoProcess broker = MosquittoProcess.startInMemory();
                HomeAssistantProcess process = HomeAssistantProcess.startSampleHome(broker.host(), broker.port());
                LivedHome home = new LivedHome(process, broker);
                BusWatcher bus = BusWatcher.of(broker.host(), broker.port());
                HomeIq homeIq = HomeIq.start(settings(process, broker), EnumSet.allOf(Role.class), days);
                OwnersDesk desk = new OwnersDesk(
                        role -> String.valueOf(homeIq.settings().urls().get(role)))) {
            ToldLife told = new ToldLife(bus);
            desk.awaitHome();
            Instant now = Instant.now();
            WrittenHistory past =
                    WrittenHistory.withTheHabit(SEED, now.minus(Duration.ofHours(1)), DAYS, home.secondUser());
            desk.imports(past.writeTo(folder.resolve("past.ndjson")));
            desk.analyse();
            JsonNode suggestion = desk.suggestion();
            String id = suggestion.path("id").asText();
            String automation = suggestion.path("automation_id").asText();

            // When it is tried
            desk.tryOut(id);
            home.opensDoor();
            home.lampByHand("on");

            // Then the trial agrees and nothing acts
            OwnersDesk.await("the trial has seen it")
                    .untilAsserted(() ->
                            assertThat(desk.trial(id).path("agreed").asInt()).isEqualTo(1));
            assertThat(desk.trial(id).path("fired").asInt()).isEqualTo(1);
            assertThat(home.view().automation(automation).isMissingNode()).isTrue();
            home.closesDoor();
            home.lampByHand("off");

            // When the owner presses the button in Home Assistant
            home.pressApprove(id);

            // Then it is in place there and works
            desk.awaitStatus(id, "deployed");
            assertThat(home.view().configuration(automation).path("actions"))
                    .isEqualTo(suggestion.at("/automation/actions"));
            assertThat(home.lastRun(automation)).isEmpty();
            home.opensDoor();
            home.awaitState(LivedHome.LAMP, "on");
            assertThat(home.lastRun(automation)).isNotEmpty();

            // When a person undoes it
            home.lampOffInTheApp();
            home.closesDoor();

            // Then that is told
            OwnersDesk.await("the undoing is told")
                    .untilAsserted(() -> assertThat(told.undone()).hasSize(1));

            // When more days of that pass
            String entity = home.view().automation(automation).path("entity_id").asText();
            WrittenHistory next = WrittenHistory.withUndoing(
                    SEED, now.plus(Duration.ofHours(2)), DAYS_OF_UNDOING, home.secondUser(), entity);
            days.pass(DAYS_OF_UNDOING + 1);
            desk.imports(next.writeTo(folder.resolve("next.ndjson")));
            home.lampByHand("on");
            home.lampByHand("off");

            // Then a repair is proposed
            JsonNode repair = desk.onlyOneWaiting();
            assertThat(repair.at("/repair/kind").asText()).isEqualTo("time");
            assertThat(repair.at("/repair/automation_id").asText()).isEqualTo(automation);
            assertThat(told.undone()).hasSize(1 + DAYS_OF_UNDOING);

            // When the owner takes it back
            desk.rollBack(automation);

            // Then nothing is left
            home.assertNothingLeftOf(automation);
            desk.awaitStatus(id, "rolled_back");
            assertThat(desk.inPlace()).isZero();
            OwnersDesk.await("nothing waits for an answer")
                    .until(() -> desk.waiting().isEmpty());
            OwnersDesk.await("the end is told").untilAsserted(() -> told.assertOnceInOrder(Set.of(id, automation)));
        }
    }

    private Settings settings(HomeAssistantProcess home, MosquittoProcess broker) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "HA_URL", home.url(),
                "HA_TOKEN", home.token(),
                "MQTT_BROKER", "mqtt://" + broker.host() + ":" + broker.port(),
                "HOMEIQ_DATA", folder.resolve("data").toString()));
        for (Role role : Role.values()) {
            variables.put("HOMEIQ_" + role.name() + "_PORT", "0");
        }
        return ((SettingsReader.Outcome.Valid) SettingsReader.read(variables)).settings();
    }
}
