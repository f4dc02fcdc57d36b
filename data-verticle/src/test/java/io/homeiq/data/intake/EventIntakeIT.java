package io.homeiq.data.intake;

import static io.homeiq.data.RunningData.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.bus.Message;
import io.homeiq.bus.memory.InMemoryBus;
import io.homeiq.contracts.event.Event;
import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.Decoded;
import io.homeiq.contracts.json.EventCodec;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.data.Samples;
import io.homeiq.data.history.History;
import io.homeiq.data.home.KnownHome;
import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.SharedDatabase;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventIntakeIT {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryBus bus = new InMemoryBus(vertx);
    private final Metrics metrics = new Metrics("data");
    private final WireJson json = new WireJson();
    private final List<StateChanged> rung = new CopyOnWriteArrayList<>();
    private History history;
    private SharedDatabase database;
    private EventIntake intake;

    @BeforeEach
    void open() {
        history = await(History.open(vertx, folder.resolve("history.db")));
        Bells bells = new Bells(vertx.getOrCreateContext(), bus, json, new HomeId("home"), metrics);
        database = await(SharedDatabase.open(vertx, folder.resolve("shared.db")));
        KnownHome home =
                new KnownHome(database, new RegistryRepository(json), new HomeId("home"), InstantSource.system());
        intake = new EventIntake(history, bells, new PowerNotes(home), metrics);
        await(bus.subscribe(new TopicFilter("homeiq/v1/home/event/state.changed"), this::hear));
    }

    @AfterEach
    void close() {
        await(history.close());
        await(database.close());
        await(bus.close());
        await(vertx.close());
        metrics.close();
    }

    @Test
    void ringsForEveryNewChangeInItsOrder() {
        // When
        for (int batch = 0; batch < 20; batch++) {
            int first = batch * 10;
            await(intake.live(changes(first, first + 10), "live"));
        }

        // Then
        Awaitility.await()
                .untilAsserted(() -> assertThat(rung)
                        .extracting(StateChanged::seq)
                        .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList()));
    }

    @Test
    void ringsForNothingThatWasKnown() {
        // Given
        await(intake.store(changes(0, 10), "file"));

        // When
        await(intake.live(changes(0, 11), "live"));

        // Then
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(rung).extracting(StateChanged::seq).containsExactly(11L));
    }

    @Test
    void ringsOnceForManyOldOnes() {
        // When
        await(intake.bulk(changes(0, 500), "back_fill"));

        // Then
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(rung).extracting(StateChanged::seq).containsExactly(500L));
    }

    @Test
    void ringsWithoutAttributesThatDoNotFitTheBus() {
        // Given
        Attributes large = new Attributes(Map.of("picture", "x".repeat(70_000)));
        HomeEvent change = new StateChange(
                new EntityId("camera.door"), "idle", "streaming", large, Samples.START, Context.UNKNOWN);

        // When
        await(intake.live(List.of(change), "live"));

        // Then
        Awaitility.await()
                .untilAsserted(() -> assertThat(rung).singleElement().satisfies(bell -> {
                    assertThat(bell.change().after()).isEqualTo("streaming");
                    assertThat(bell.change().attributes()).isEqualTo(Attributes.NONE);
                }));
    }

    @Test
    void storesOnWhileNobodyCanHear() {
        // Given
        await(bus.close());

        // When
        await(intake.live(changes(0, 5_000), "live"));

        // Then
        assertThat(await(history.lastSeq())).isEqualTo(5_000);
        Awaitility.await()
                .untilAsserted(() -> assertThat(metrics.counter("homeiq.bells", "", "outcome", "lost")
                                .count())
                        .isEqualTo(5_000));
    }

    private static List<HomeEvent> changes(int from, int to) {
        return IntStream.range(from, to)
                .<HomeEvent>mapToObj(i -> Samples.lamp("hall", i, Samples.START.plusSeconds(i)))
                .toList();
    }

    private Future<Void> hear(Message message) {
        Decoded.Readable readable =
                (Decoded.Readable) new EventCodec(json).decode(message.payload().getBytes());
        Event<?> event = readable.event();
        rung.add((StateChanged) event.data());
        return Future.succeededFuture();
    }
}
