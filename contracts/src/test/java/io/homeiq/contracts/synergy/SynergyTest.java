package io.homeiq.contracts.synergy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.pattern.PatternId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SynergyTest {

    private static final EntityId MOTION = new EntityId("binary_sensor.hall");
    private static final EntityId LAMP = new EntityId("light.hall");

    @Test
    void comesBackFromJsonAsItWas() {
        // Given
        WireJson json = new WireJson();
        Synergy synergy = synergy(0.5, MOTION, LAMP);

        // When
        String text = json.toText(synergy);

        // Then
        assertThat(text).contains("\"id\":\"synergy_1\"").contains("\"type\":\"motion_light\"");
        assertThat(json.read(text, Synergy.class)).isEqualTo(synergy);
    }

    @Test
    void tiesTwoToFourEntitiesNoneTwice() {
        // Given
        EntityId[] five = Stream.of("light.a", "light.b", "light.c", "light.d", "light.e")
                .map(EntityId::new)
                .toArray(EntityId[]::new);

        // Then
        assertThat(synergy(0.5, MOTION, LAMP).depth()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> synergy(0.5, LAMP));
        assertThatIllegalArgumentException().isThrownBy(() -> synergy(0.5, five));
        assertThatIllegalArgumentException().isThrownBy(() -> synergy(0.5, LAMP, LAMP));
    }

    @Test
    void scoresLieWithinZeroAndOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> synergy(1.1, MOTION, LAMP));
        assertThatIllegalArgumentException().isThrownBy(() -> synergy(Double.NaN, MOTION, LAMP));
    }

    @Test
    void aCorrelationCannotCountMoreThanThereWas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Correlation(5, 6, 10, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Correlation(5, 5, 4, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Correlation(5, 5, 5, 1, 2));
        assertThat(new Correlation(10, 5, 8, 98, 9).share()).isEqualTo(0.5);
        assertThat(new Correlation(10, 5, 8, 98, 9).chance()).isEqualTo(0.1);
        assertThat(Correlation.NONE.share()).isZero();
    }

    private static Synergy synergy(double score, EntityId... entities) {
        return new Synergy(
                new SynergyId("synergy_1"),
                SynergyType.MOTION_LIGHT,
                List.of(entities),
                new Rule(
                        List.of(StateTrigger.of(MOTION, "off", "on")),
                        List.of(),
                        List.of(CallService.of("light", "turn_on", LAMP))),
                "hall",
                score,
                0.4,
                Complexity.LOW,
                new Correlation(10, 5, 8, 98, 9),
                List.of(new PatternId("trigger_action_1")));
    }
}
