package io.homeiq.contracts.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateChangeTest {

    @Test
    void aChangeOfAttributesAloneOrARemovalIsNoChangeOfState() {
        assertThat(change("on", "on").isStateChanged()).isFalse();
        assertThat(change("on", null).isStateChanged()).isFalse();
        assertThat(change("off", "on").isStateChanged()).isTrue();
        assertThat(change(null, "on").isStateChanged()).isTrue();
    }

    @Test
    void attributesAreReadByTheirType() {
        Attributes attributes = new Attributes(
                Map.of("name", "Hall", "brightness", 127, "members", Arrays.asList("light.a", 7, null, "light.b")));

        assertThat(attributes.text("name")).isEqualTo("Hall");
        assertThat(attributes.text("brightness")).isNull();
        assertThat(attributes.number("brightness")).isEqualTo(127.0);
        assertThat(attributes.number("name")).isNull();
        assertThat(attributes.texts("members")).containsExactly("light.a", "light.b");
        assertThat(attributes.texts("name")).isEqualTo(List.of());
    }

    @Test
    void placesAreOnTheGlobe() {
        assertThat(new Location(-90, 180)).isEqualTo(new Location(-90, 180, 0));
        assertThatThrownBy(() -> new Location(90.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Location(0, -180.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Location(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Location(0, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersInTheLogBeginWithOne() {
        assertThatThrownBy(() -> new Sequenced(0, change(null, "on"))).hasMessage("seq must be 1 or more, was: 0");
    }

    private static StateChange change(@Nullable String before, @Nullable String after) {
        return new StateChange(
                new EntityId("light.hall"), before, after, Attributes.NONE, Instant.EPOCH, Context.UNKNOWN);
    }
}
