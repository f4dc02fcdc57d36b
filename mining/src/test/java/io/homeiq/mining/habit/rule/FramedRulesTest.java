package io.homeiq.mining.habit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.PatternKind;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.mining.safety.SafetyPolicy;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramedRulesTest {

    private static final int MORE_THAN_ARE_KEPT = 5_000;

    private final SafetyPolicy safety = new SafetyPolicy(HomeRegistry.EMPTY);
    private final ExistingAutomations existing = new ExistingAutomations(
            List.of(new Automation("1", "Mine", "", lamp("light.hall", 0), RunMode.SINGLE, Verbatim.EMPTY)));
    private final FramedRules rules = new FramedRules(HomeId.DEFAULT, safety, existing);

    private static Rule lamp(String entity, int second) {
        return new Rule(
                List.of(TimeTrigger.at(LocalTime.ofSecondOfDay(second))),
                List.of(),
                List.of(CallService.of("light", "turn_on", new EntityId(entity))));
    }

    @Test
    void tellsOfEachRuleWhatItsPartsTellHoweverOftenItIsAskedFor() {
        for (Rule rule : List.of(lamp("light.hall", 0), lamp("light.attic", 0), lamp("light.hall", 40_000))) {
            for (int asked = 0; asked < 2; asked++) {
                // When
                FramedRules.Framed framed = rules.of(PatternKind.TIME_OF_DAY, rule);

                // Then
                assertThat(framed.id()).isEqualTo(PatternIds.of(HomeId.DEFAULT, PatternKind.TIME_OF_DAY, rule));
                assertThat(framed.doing()).isEqualTo(existing.doing(rule));
                assertThat(framed.safety()).isEqualTo(safety.judge(rule));
            }
        }
    }

    @Test
    void tellsTheSameRuleOfAnotherKindByAnotherId() {
        // Given
        Rule rule = lamp("light.hall", 0);

        // When
        FramedRules.Framed clock = rules.of(PatternKind.TIME_OF_DAY, rule);
        FramedRules.Framed scene = rules.of(PatternKind.SCENE, rule);

        // Then
        assertThat(clock.id()).isNotEqualTo(scene.id());
    }

    @Test
    void tellsTheSameOfARuleThatItForgot() {
        // Given
        FramedRules.Framed first = rules.of(PatternKind.TIME_OF_DAY, lamp("light.hall", 0));
        for (int second = 1; second < MORE_THAN_ARE_KEPT; second++) {
            rules.of(PatternKind.TIME_OF_DAY, lamp("light.hall", second));
        }

        // When
        FramedRules.Framed again = rules.of(PatternKind.TIME_OF_DAY, lamp("light.hall", 0));

        // Then
        assertThat(again).isEqualTo(first).isNotSameAs(first);
    }
}
