package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.event.AutomationRolledBack;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.suggestion.Repair;
import io.homeiq.contracts.suggestion.Suggestion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an automation in place that people undo. */
class RepairIT {

    private static final EntityId AUTOMATION = new EntityId("automation.homeiq_lamp");
    private static final Duration DAY = Duration.ofDays(1);

    private final FakeTarget target = new FakeTarget();
    private final Diary diary = new Diary();
    private Station station;

    @BeforeEach
    void start(@TempDir Path folder) {
        station = new Station(folder, vertx -> target, diary);
        station.detected(Samples.proven("lamp"));
        await().until(() -> station.announced(SuggestionCreated.class).size() == 1);
        station.post("/api/deploy/sug_lamp", "");
    }

    @AfterEach
    void stop() {
        station.close();
    }

    /** The automation acts at a quarter to seven, and somebody undoes it, on so many days from tomorrow on. */
    private void undoneOnDays(int days) {
        for (int i = 0; i < days; i++) {
            station.clock.advance(DAY);
            diary.undone(AUTOMATION, Samples.LAMP, today("06:45:00"));
        }
        ring();
    }

    private Instant today(String time) {
        return Instant.parse(station.clock.instant().toString().substring(0, 11) + time + "Z");
    }

    private void ring() {
        station.clock.advance(Duration.ofHours(2));
        station.publish(station.event(new StateChanged(diary.seq(), diary.last())));
    }

    private Suggestion repair() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.announced(SuggestionCreated.class).size() == 2);
        return station.announced(SuggestionCreated.class).getLast().suggestion();
    }

    @Test
    void whatAPersonUndoesIsAnnouncedOnce() {
        // Given
        undoneOnDays(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.announced(AutomationOverridden.class).size() == 1);

        // When
        station.stop();
        station.start();
        undoneOnDays(1);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.announced(AutomationOverridden.class).size() == 2);
        AutomationOverridden first =
                station.announced(AutomationOverridden.class).getFirst();
        assertThat(first.automationId()).isEqualTo("homeiq_lamp");
        assertThat(first.entity()).isEqualTo(Samples.LAMP);
        assertThat(Duration.between(first.ranAt(), first.undoneAt())).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void whatNobodyWantsAnyMoreIsProposedForRetirementAndTakenAwayByAYes() {
        // Given
        undoneOnDays(10);
        Suggestion retirement = repair();
        assertThat(retirement.repair()).isEqualTo(new Repair("homeiq_lamp", Repair.Kind.RETIREMENT, 10));
        assertThat(retirement.evidence().unwanted()).isEqualTo(10);

        // When
        JsonNode answer = station.post("/api/deploy/" + retirement.id(), "");

        // Then
        assertThat(answer.path("status").asText()).isEqualTo("retired");
        assertThat(station.status("sug_lamp")).isEqualTo("rolled_back");
        assertThat(target.placed).isEmpty();
        assertThat(station.get("/api/deploy/automations?status=deployed")
                        .path("total")
                        .asInt())
                .isZero();
        await().until(() -> station.announced(AutomationRolledBack.class).size() == 1);
    }

    /** The automation acts at a quarter to seven, and they do it by hand at half past seven. */
    private void laterByHandOnDays(int days) {
        for (int i = 0; i < days; i++) {
            station.clock.advance(DAY);
            diary.undone(AUTOMATION, Samples.LAMP, today("06:45:00"));
            diary.byHand(Samples.LAMP, "off", "on", today("07:30:20"));
            diary.byHand(Samples.LAMP, "on", "off", today("07:50:00"));
        }
        ring();
    }

    @Test
    void inShadowARepairIsOnTrialAtOnceAndCanBePromoted() {
        // Given
        station.exchange("PUT", "/api/mode", "{\"mode\": \"shadow\"}");
        laterByHandOnDays(9);
        String repair = repair().id().value();
        await().untilAsserted(() -> assertThat(station.status(repair)).isEqualTo("trial"));

        // When
        station.post("/api/suggestions/" + repair + "/promote", "");

        // Then
        await().untilAsserted(() -> assertThat(station.status(repair)).isEqualTo("deployed"));
    }

    @Test
    void inShadowARetirementWaitsForAnAnswer() {
        // Given
        station.exchange("PUT", "/api/mode", "{\"mode\": \"shadow\"}");
        undoneOnDays(10);

        // When
        Suggestion retirement = repair();

        // Then
        assertThat(Objects.requireNonNull(retirement.repair()).takesAway()).isTrue();
        assertThat(station.status(retirement.id().value())).isEqualTo("proposed");
    }

    @Test
    void anotherTimeIsProposedAndBecomesTheNextVersionOfTheSameAutomation() {
        // Given
        laterByHandOnDays(9);
        Suggestion repair = repair();
        assertThat(Objects.requireNonNull(repair.repair()).kind()).isEqualTo(Repair.Kind.TIME);
        assertThat(repair.title()).contains("07:30");

        // When
        JsonNode answer = station.post("/api/deploy/" + repair.id(), "");

        // Then
        assertThat(answer.path("version").asInt()).isEqualTo(2);
        JsonNode versions = station.get("/api/deploy/homeiq_lamp/versions").path("versions");
        assertThat(versions.get(0).path("diff").toString()).contains("07:30").contains("06:45");
        assertThat(target.placed).hasSize(1);

        // And back
        station.post("/api/deploy/" + repair.id() + "/rollback", "");
        assertThat(station.get("/api/deploy/automations/homeiq_lamp")
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(target.placed.get("homeiq_lamp")).toString())
                .contains("06:45");
    }

    @Test
    void aRepairThatWaitsIsWithdrawnWithTheAutomation() {
        // Given
        undoneOnDays(10);
        Suggestion retirement = repair();

        // When
        station.post("/api/deploy/homeiq_lamp/rollback", "");

        // Then
        assertThat(station.status(retirement.id().value())).isEqualTo("expired");
        await().until(() -> station.announced(SuggestionExpired.class).size() == 1);
        station.post("/api/deploy/homeiq_lamp/rollback", "");
        assertThat(station.announced(SuggestionExpired.class)).hasSize(1);
    }

    @Test
    void aNoToARepairHolds() {
        // Given
        undoneOnDays(10);
        Suggestion retirement = repair();
        station.post("/api/suggestions/" + retirement.id() + "/reject", "");

        // When
        undoneOnDays(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.announced(AutomationOverridden.class).size() == 12);

        // Then
        assertThat(station.status(retirement.id().value())).isEqualTo("rejected");
        assertThat(station.announced(SuggestionCreated.class)).hasSize(2);
    }

    private String trouble() {
        return station.get("/api/deploy/automations/homeiq_lamp")
                .path("trouble")
                .path("kind")
                .asText();
    }

    @Test
    void whatAPersonChangesIsNoticedAndLeftAlone() {
        // Given
        target.edit("homeiq_lamp");

        // When
        station.stop();
        station.start();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> trouble().equals("hand_edited"));
        undoneOnDays(10);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.announced(AutomationOverridden.class).size() >= 2);
        assertThat(station.announced(SuggestionCreated.class))
                .allMatch(created -> created.suggestion().repair() == null);
        target.placed.clear();
        station.stop();
        station.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> trouble().equals("gone"));
    }

    @Test
    void anAutomationThatStaysUnavailableIsToldOnceAndShown() {
        // Given
        station.clock.advance(Duration.ofHours(1));
        diary.change(AUTOMATION, "on", "unavailable", station.clock.instant(), diary.context(null));

        // When
        ring();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.announced(AutomationFailed.class).size() == 1);
        ring();

        // Then
        JsonNode shown = station.get("/api/deploy/automations/homeiq_lamp");
        assertThat(shown.path("trouble").path("kind").asText()).isEqualTo("unavailable");
        diary.change(AUTOMATION, "unavailable", "on", station.clock.instant(), diary.context(null));
        ring();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> station.get("/api/deploy/automations/homeiq_lamp")
                        .path("trouble")
                        .isMissingNode());
        assertThat(station.announced(AutomationFailed.class)).hasSize(1);
    }
}
