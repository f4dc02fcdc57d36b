package io.homeiq.mining.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupWordsTest {

    private final RuleWords words = new RuleWords(new EntityNames(HomeRegistry.EMPTY));

    @Test
    void whatIsDoneAlikeToSeveralIsSaidOnce() {
        // Given
        Rule rule = new Rule(
                List.of(StateTrigger.of(id("light.a"), "off", "on")),
                List.of(),
                List.of(on("light.a"), on("light.b"), on("light.c")));

        // When
        String said = words.of(rule);

        // Then
        assertThat(said).startsWith("Turn on ").contains(", ").contains(" and ").containsOnlyOnce("urn on");
    }

    @Test
    void theWaitsOfASequenceStandBetweenItsSteps() {
        // Given
        Rule rule = new Rule(
                List.of(StateTrigger.of(id("light.a"), "off", "on")),
                List.of(),
                List.of(on("light.b"), new Delay(Duration.ofMinutes(1)), on("light.c")));

        // When
        String said = words.of(rule);

        // Then
        assertThat(said).contains(", then after 1 minute turn on ");
    }

    @Test
    void peoplesComingsAndGoingsAreSaidAsPeopleSayThem() {
        // Given
        Rule forgotten = new Rule(
                List.of(new NumericStateTrigger(List.of(id("zone.home")), null, null, 0.5, Duration.ofMinutes(7))),
                List.of(),
                List.of(CallService.of("light", "turn_off", id("light.a"))));

        // When
        String said = words.of(forgotten);

        // Then
        assertThat(said).endsWith("when nobody has been home for 7 minutes");
    }

    private static CallService on(String lamp) {
        return CallService.of("light", "turn_on", id(lamp));
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }
}
