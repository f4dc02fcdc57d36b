package io.homeiq.contracts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerbatimTest {

    @Test
    void doesNotSeeLaterChangesOfWhatItWasMadeFrom() {
        // Given
        Map<String, @Nullable Object> inner = new LinkedHashMap<>(Map.of("a", 1));
        List<@Nullable Object> list = new ArrayList<>(List.of(inner));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("list", list);
        Verbatim verbatim = new Verbatim(tree);

        // When
        inner.put("b", 2);
        list.clear();
        tree.clear();

        // Then
        assertThat(verbatim.tree()).isEqualTo(Map.of("list", List.of(Map.of("a", 1))));
    }

    @Test
    void cannotBeChangedAtAnyDepth() {
        Verbatim verbatim = new Verbatim(Map.of("list", List.of(Map.of("a", 1))));

        assertThatThrownBy(() -> verbatim.tree().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(verbatim.tree().get("list")).isInstanceOfSatisfying(List.class, list -> {
            assertThatThrownBy(list::removeFirst).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> ((Map<?, ?>) list.getFirst()).clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        });
    }

    @Test
    void keepsOrderAndNulls() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("z", null);
        tree.put("a", Arrays.asList(null, true, 1.5));

        Verbatim verbatim = new Verbatim(tree);

        assertThat(verbatim.tree().keySet()).containsExactly("z", "a");
        assertThat(verbatim.tree()).isEqualTo(tree);
    }

    @Test
    void refusesWhatIsNotJsonLike() {
        assertThatThrownBy(() -> new Verbatim(Map.of("at", List.of(Instant.EPOCH))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a verbatim tree cannot hold a java.time.Instant");
    }
}
