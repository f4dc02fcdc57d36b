package io.homeiq.data.intake;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.history.History;
import io.homeiq.data.home.KnownHome;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The most that a power sensor ever showed is remembered, whenever it showed it. */
class PowerNotesIT {

    private static final EntityId PLUG = new EntityId("sensor.plug_power");
    private static final EntityId WARMTH = new EntityId("sensor.warmth");
    private static final Instant START = Instant.parse("2026-02-20T18:00:00Z");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private History history;
    private SharedDatabase database;
    private KnownHome home;

    @BeforeEach
    void open() {
        history = await(History.open(vertx, folder.resolve("history.db")));
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        home = new KnownHome(
                database, new RegistryRepository(new WireJson()), new HomeId("home"), InstantSource.system());
        await(home.replace(registry("W")));
    }

    @AfterEach
    void close() {
        await(history.close());
        await(database.close());
        await(vertx.close());
    }

    private static HomeRegistry registry(String unit) {
        return new HomeRegistry(
                HomeConfig.UNKNOWN,
                List.of(),
                List.of(),
                List.of(sensor(PLUG, "power", unit), sensor(WARMTH, "temperature", "°C")),
                List.of());
    }

    private static Entity sensor(EntityId id, String kind, String unit) {
        return new Entity(id, null, null, null, null, Set.of(), List.of(), false, false, null, kind, unit);
    }

    private static HomeEvent shows(EntityId sensor, String state, int second) {
        return new StateChange(sensor, null, state, Attributes.NONE, START.plusSeconds(second), Context.UNKNOWN);
    }

    private void untilSaved(Map<EntityId, Double> watts) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(await(home.powerPeaks())).contains(watts));
    }

    @Test
    void savesThePeakOfPowerAndOfNothingElse() {
        // Given
        PowerNotes notes = new PowerNotes(home);
        await(notes.begin(history));

        // When
        notes.note(List.of(
                shows(PLUG, "unavailable", 1),
                shows(PLUG, "1500", 2),
                shows(PLUG, "3.5", 3),
                shows(WARMTH, "2000", 4)));

        // Then
        untilSaved(Map.of(PLUG, 1_500.0));
    }

    @Test
    void knowsUnits() {
        // Given
        await(home.replace(registry("kW")));
        PowerNotes notes = new PowerNotes(home);
        await(notes.begin(history));

        // When
        notes.note(List.of(shows(PLUG, "1.25", 1)));

        // Then
        untilSaved(Map.of(PLUG, 1_250.0));
    }

    @Test
    void looksThroughAHistoryThatWasThereBefore() {
        // Given
        await(history.append(List.of(shows(PLUG, "2200", 1), shows(PLUG, "40", 2)), "test"));

        // When
        await(new PowerNotes(home).begin(history));

        // Then
        untilSaved(Map.of(PLUG, 2_200.0));
    }

    @Test
    void forgetsNothingWhenItBeginsAgain() {
        // Given
        await(home.replacePowerPeaks(Map.of(PLUG, 1_900.0)));
        PowerNotes notes = new PowerNotes(home);
        EntityId other = new EntityId("sensor.other_power");
        Attributes told = new Attributes(Map.of("device_class", "power", "unit_of_measurement", "W"));

        // When
        notes.note(List.of(new StateChange(other, null, "500", told, START, Context.UNKNOWN), shows(PLUG, "1000", 1)));
        await(notes.begin(history));

        // Then
        untilSaved(Map.of(PLUG, 1_900.0, other, 500.0));
    }

    @Test
    void whatDrawsLittleIsNotWorthANote() {
        // Given
        PowerNotes notes = new PowerNotes(home);
        await(notes.begin(history));

        // When
        notes.note(List.of(shows(PLUG, "12", 1)));

        // Then
        untilSaved(Map.of());
    }
}
