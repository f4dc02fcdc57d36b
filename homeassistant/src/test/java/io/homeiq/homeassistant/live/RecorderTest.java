package io.homeiq.homeassistant.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecorderTest {

    @Test
    void asksForAHomeInPortionsThatFitIntoARequest() {
        // Given
        List<EntityId> home = IntStream.range(0, 333)
                .mapToObj(i -> new EntityId("sensor." + "long_name_".repeat(i % 25) + i))
                .toList();

        // When
        List<List<String>> portions = Recorder.portions(home);

        // Then
        assertThat(portions.stream().flatMap(List::stream))
                .containsExactlyElementsOf(home.stream().map(EntityId::value).toList());
        assertThat(portions).allSatisfy(portion -> {
            assertThat(portion).isNotEmpty().hasSizeLessThanOrEqualTo(50);
            assertThat(String.join("", portion)).hasSizeLessThanOrEqualTo(4_000);
        });
    }

    @Test
    void asksForNothingInAnEmptyHome() {
        assertThat(Recorder.portions(List.of())).isEmpty();
    }
}
