package io.homeiq.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.service.client.Admission.Admitted;
import io.homeiq.service.client.Admission.Refused;
import io.homeiq.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final long SEED = 20_261_126;
    private static final int SEQUENCES = 100;
    private static final int STEPS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    private final MutableClock clock = MutableClock.at(START);
    private final CircuitBreaker circuit = new CircuitBreaker(clock, CircuitBreakerTest::pause, PATIENCE);

    private static Duration pause(int probes) {
        return Duration.ofSeconds(Math.min(10, 1 << Math.min(probes, 4)));
    }

    @Test
    void opensAfterFiveFailuresInARowOnly() {
        // When
        fail(CircuitBreaker.FAILURES - 1);
        circuit.succeeded();
        fail(CircuitBreaker.FAILURES - 1);

        // Then
        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.failed(admitted())).isTrue();
        assertThat(circuit.admit()).isEqualTo(new Refused(START, START.plusSeconds(1)));
    }

    @Test
    void letsOneCallFindOutAfterThePause() {
        // Given
        fail(CircuitBreaker.FAILURES);

        // When
        clock.advance(pause(0));

        // Then
        assertThat(circuit.admit()).isInstanceOf(Admitted.class);
        assertThat(circuit.admit()).isInstanceOf(Refused.class);
    }

    @Test
    void closesWhenTheServiceAnswers() {
        // Given
        fail(CircuitBreaker.FAILURES);
        clock.advance(pause(0));
        admitted();

        // Then
        assertThat(circuit.succeeded()).isTrue();
        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.succeeded()).isFalse();
    }

    @Test
    void waitsLongerEachTimeUpToALimit() {
        // Given
        fail(CircuitBreaker.FAILURES);
        List<Long> seconds = new ArrayList<>();

        // When
        for (int i = 0; i < 6; i++) {
            Refused refused = (Refused) circuit.admit();
            seconds.add(Duration.between(clock.instant(), refused.until()).toSeconds());
            clock.set(refused.until());
            circuit.failed(admitted());
        }

        // Then
        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
    }

    @Test
    void aSignOfLifeEndsThePause() {
        // Given
        fail(CircuitBreaker.FAILURES);

        // When
        circuit.endPause();

        // Then
        assertThat(circuit.admit()).isInstanceOf(Admitted.class);
    }

    @Test
    void aClockThatIsSetBackEndsThePause() {
        // Given
        fail(CircuitBreaker.FAILURES);

        // When
        clock.advance(Duration.ofHours(-1));

        // Then
        assertThat(circuit.admit()).isInstanceOf(Admitted.class);
    }

    @Test
    void doesNotWaitForEverForACallThatTellsNothing() {
        // Given
        fail(CircuitBreaker.FAILURES);
        clock.advance(pause(0));
        Admitted lost = admitted();

        // When
        clock.advance(PATIENCE);
        admitted();

        // Then
        assertThat(circuit.failed(lost)).isFalse();
        assertThat(circuit.admit())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.until()).isEqualTo(clock.instant()));
    }

    @Test
    void whatBeganBeforeItOpenedFailsUnheeded() {
        // Given
        Admitted slow = admitted();
        fail(CircuitBreaker.FAILURES);
        Admission before = circuit.admit();

        // When
        circuit.failed(slow);

        // Then
        assertThat(circuit.admit()).isEqualTo(before);
    }

    /** Calls that begin, end well or badly, and overlap, with time passing between them: as the plain rules say, at every step. */
    @Test
    void doesWhatTheRulesSayWhateverHappens() {
        Random random = new Random(SEED);
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            // Given
            MutableClock time = MutableClock.at(START);
            CircuitBreaker real = new CircuitBreaker(time, CircuitBreakerTest::pause, PATIENCE);
            PlainCircuit plain = new PlainCircuit(CircuitBreakerTest::pause, PATIENCE);
            List<Admitted> running = new ArrayList<>();
            double failing = random.nextDouble();

            // When
            for (int step = 0; step < STEPS; step++) {
                String what = "seed " + SEED + ", sequence " + sequence + ", step " + step;
                Instant now = time.advance(Duration.ofMillis(random.nextInt(4_000)));
                switch (random.nextInt(10)) {
                    case 0 -> {
                        real.endPause();
                        plain.endPause(now);
                    }
                    case 1, 2, 3, 4 -> {
                        boolean goes = plain.begin(now);
                        Admission admission = real.admit();
                        // Then
                        assertThat(admission instanceof Admitted).as(what).isEqualTo(goes);
                        if (admission instanceof Admitted admitted) {
                            running.add(admitted);
                        }
                    }
                    default -> {
                        if (!running.isEmpty()) {
                            int index = random.nextInt(running.size());
                            Admitted ending = running.remove(index);
                            if (random.nextDouble() < failing) {
                                real.failed(ending);
                                plain.failed(index, now);
                            } else {
                                real.succeeded();
                                plain.succeeded(index);
                            }
                        }
                    }
                }
                assertThat(real.isOpen()).as(what).isEqualTo(plain.isOpen());
            }
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed(admitted());
        }
    }

    private Admitted admitted() {
        return (Admitted) circuit.admit();
    }
}
