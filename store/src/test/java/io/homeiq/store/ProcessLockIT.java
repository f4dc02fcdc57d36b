package io.homeiq.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeiq.store.StoreException.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockIT {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("home.query.lock");
    }

    private ProcessLock acquire() {
        return ProcessLock.acquire(file, HoldLock.WHAT);
    }

    private StoreException refusal() {
        StoreException refused = catchThrowableOfType(StoreException.class, this::acquire);
        assertThat(refused.kind()).isEqualTo(Kind.IN_USE);
        return refused;
    }

    @Test
    void refusesASecondHolderInTheSameProcessAndStaysHeld() {
        // Given
        long own = ProcessHandle.current().pid();
        try (ProcessLock ignored = acquire()) {
            // When
            refusal();

            // Then
            assertThat(refusal()).hasMessageContaining("this process (" + own + ")");
            try (ChildJvm other = ChildJvm.start(HoldLock.class, file.toString())) {
                assertThat(other.awaitEnd()).isNotZero();
            }
        }
        acquire().close();
    }

    @Test
    void namesTheProcessThatHoldsItAndTheFile() {
        // Given
        try (ChildJvm other = ChildJvm.start(HoldLock.class, file.toString())) {
            other.awaitLine("holds");

            // Then
            assertThat(refusal())
                    .hasMessage("Already process " + other.pid() + " runs " + HoldLock.WHAT + ", as the lock " + file
                            + " tells, and only one may. Stop that one, or use another data folder.");
        }
    }

    @Test
    void isFreeAsSoonAsItsHolderWasKilled() {
        // Given
        try (ChildJvm other = ChildJvm.start(HoldLock.class, file.toString())) {
            other.awaitLine("holds");

            // When
            other.kill();

            // Then
            acquire().close();
        }
    }

    @Test
    void tellsThatTheFolderCannotBeUsed() {
        // Given
        file = folder.resolve("missing/home.query.lock");

        // When
        StoreException refused = catchThrowableOfType(StoreException.class, this::acquire);

        // Then
        assertThat(refused.kind()).isEqualTo(Kind.FAILED);
        assertThat(refused).hasMessageContaining("missing");
    }
}
