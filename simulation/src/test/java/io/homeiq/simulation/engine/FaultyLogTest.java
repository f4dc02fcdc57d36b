package io.homeiq.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyLogTest {

    private static final EntityId METER = new EntityId("sensor.meter");

    private final List<HomeEvent> written = new ArrayList<>();

    private FaultyLog log(LogFaults faults) {
        return new FaultyLog(faults, new Chance(3), logged -> written.add(logged.event()));
    }

    private static HomeEvent eventAt(long second) {
        return new StateChange(
                METER, null, "1", Attributes.NONE, Micros.instant(second * Micros.SECOND), Context.UNKNOWN);
    }

    private static void tell(FaultyLog log, int fromSecond, int untilSecond) {
        for (int second = fromSecond; second < untilSecond; second++) {
            log.accept(new Logged(eventAt(second), null));
        }
    }

    @Test
    void withoutFaultsEverythingIsPassedOnAtOnce() {
        tell(log(LogFaults.NONE), 0, 50);

        assertThat(written).hasSize(50).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    }

    @Test
    void whatIsLateComesWithinItsTime() {
        // Given
        FaultyLog log = log(new LogFaults(1, Duration.ofSeconds(10), 0, 0, false));

        // When
        tell(log, 0, 100);

        // Then
        assertThat(written).hasSizeBetween(89, 99);
        log.finish();
        assertThat(written).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void duplicatesAreTheSameEvent() {
        FaultyLog log = log(new LogFaults(0, Duration.ZERO, 1, 0, false));

        tell(log, 0, 10);
        log.finish();

        assertThat(written).hasSize(20);
        assertThat(written.stream().distinct()).hasSize(10);
    }

    @Test
    void whileTheRecordingIsOffNothingIsWritten() {
        FaultyLog log = log(LogFaults.NONE);
        log.offUntil(5 * Micros.SECOND);

        tell(log, 0, 10);

        assertThat(written).containsExactly(eventAt(5), eventAt(6), eventAt(7), eventAt(8), eventAt(9));
    }

    @Test
    void refusesImpossibleFaults() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogFaults(1.5, Duration.ZERO, 0, 0, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogFaults(0, Duration.ofMinutes(2), 0, 0, false))
                .withMessageContaining("PT2M");
    }
}
