package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.mining.memory.MemoryException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it gives the miner that was written or says that it cannot be read. */
class BrokenMemoryTest {

    private static final List<HomeEvent> EVENTS = RandomEvents.of(7, 300);

    private final byte[] written = written();

    private static byte[] written() {
        Miner miner = KeptMiner.fresh();
        EVENTS.forEach(miner::accept);
        miner.analyse(Progress.IGNORED);
        return KeptMiner.written(miner);
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < written.length; length++) {
            byte[] cut = Arrays.copyOf(written, length);
            assertThatThrownBy(() -> KeptMiner.read(cut))
                    .as("%d of %d bytes", length, written.length)
                    .isInstanceOf(MemoryException.class);
        }
    }

    @Test
    void aFlippedBitAnywhereIsRefused() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < written.length; i++) {
            byte[] flipped = written.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> KeptMiner.read(flipped))
                    .as("seed 8, byte %d", i)
                    .isInstanceOf(MemoryException.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anyBytesAtAllAreRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            // What follows the true beginning is read for longer.
            byte[] bytes = Arrays.copyOf(written, 400);
            random.nextBytes(bytes);
            System.arraycopy(written, 0, bytes, 0, random.nextInt(8, 200));
            assertThatThrownBy(() -> KeptMiner.read(bytes))
                    .as("seed %d, trial %d", seed, i)
                    .isInstanceOf(MemoryException.class);
        }
    }

    @Test
    void anotherVersionIsToldFromAForeignFile() {
        // Given
        byte[] newer = written.clone();
        newer[7]++;
        byte[] foreign = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

        // Then
        assertThatThrownBy(() -> KeptMiner.read(newer)).hasMessageContaining("version");
        assertThatThrownBy(() -> KeptMiner.read(foreign)).hasMessageContaining("no memory of a miner");
    }

    @Test
    void moreAfterTheEndIsRefused() {
        byte[] longer = Arrays.copyOf(written, written.length + 1);

        assertThatThrownBy(() -> KeptMiner.read(longer)).hasMessageContaining("after its end");
    }

    /**
     * Where this fails, a class writes something else than before: raise the version of the form, and put the new sum
     * here. Where only what is thought of these events changed, the new sum is enough.
     */
    @Test
    void theFormIsThatOfItsVersion() {
        assertThat(Arrays.hashCode(written)).isEqualTo(-883_056_992);
    }
}
