package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static final EntityId LAMP = new EntityId("light.porch");
    private static final EntityId OTHER = new EntityId("light.hall");
    private static final long NOON = 1_772_366_400_000L;

    private final Attention attention = new Attention();

    @Test
    void whatWasTouchedIsDueOnceAndAtOnce() {
        // Given
        attention.touch(LAMP);
        attention.touch(OTHER);
        attention.touch(LAMP);

        // When, Then
        assertThat(attention.due(NOON)).containsExactly(LAMP, OTHER);
        assertThat(attention.due(NOON)).isEmpty();
    }

    @Test
    void whatChangesAllTheTimeIsPutOffAndNotForgotten() {
        // Given
        long looks = IntStream.range(0, 1_000).filter(i -> isDueAt(NOON + i)).count();
        assertThat(looks).isEqualTo(Attention.BURST);

        // When
        long later = NOON + 1_000 + Attention.REFILL_MILLIS;

        // Then it is due without being touched again, and no other had to wait for it
        attention.touch(OTHER);
        assertThat(attention.due(later)).containsExactly(LAMP, OTHER);
        assertThat(isDueAt(later)).isFalse();
    }

    @Test
    void aQuietDeviceHasItsWholeBurstAgain() {
        // Given
        IntStream.range(0, 10).forEach(i -> isDueAt(NOON + i));

        // When
        long muchLater = NOON + 10 * Attention.REFILL_MILLIS;

        // Then
        long looks = IntStream.range(0, 10).filter(i -> isDueAt(muchLater + i)).count();
        assertThat(looks).isEqualTo(Attention.BURST);
    }

    private boolean isDueAt(long time) {
        attention.touch(LAMP);
        return !attention.due(time).isEmpty();
    }
}
