package io.homeiq.store.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.synergy.Correlation;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MemoryTierTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private final MemoryTier memory = new MemoryTier(3);

    @Test
    void forgetsWhatWasUnusedForLongest() {
        // Given
        put("a");
        put("b");
        put("c");
        memory.find(key("a"), NOW);

        // When
        put("d");

        // Then
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.find(key("b"), NOW)).isEmpty();
        assertThat(memory.find(key("a"), NOW)).isPresent();
    }

    @Test
    void whatIsTooOldIsGone() {
        // Given
        put("a");

        // When
        boolean before = memory.find(key("a"), NOW.plusSeconds(59)).isPresent();
        boolean after = memory.find(key("a"), NOW.plusSeconds(60)).isPresent();

        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
        assertThat(memory.size()).isZero();
    }

    private void put(String pair) {
        memory.put(key(pair), new CachedCorrelation(Correlation.NONE, NOW.plusSeconds(60)));
    }

    private static CorrelationKey key(String pair) {
        return new CorrelationKey(HomeId.DEFAULT, pair, LocalDate.of(2026, 3, 1), "v1");
    }
}
