package io.homeiq.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.homeiq.contracts.event.EventData;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a service of its own that puts automations into a {@link FakeTarget}. */
abstract class WithStation {

    @TempDir
    Path folder;

    final FakeTarget target = new FakeTarget();
    Station station;

    @BeforeEach
    void startStation() {
        station = new Station(folder, target);
    }

    @AfterEach
    void closeStation() {
        station.close();
    }

    /** Waits until the bus has had so many events of a type, and no more. */
    void untilAnnounced(Class<? extends EventData> type, int times) {
        await().untilAsserted(() -> assertThat(station.announced(type)).hasSize(times));
    }
}
