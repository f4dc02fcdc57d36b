package io.homeiq.mining.habit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Action;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the owner's automations do already of what several entities or people's comings and goings suggest. */
class ExistingScenesTest {

    private static final Trigger TV_ON = StateTrigger.of(id("media_player.tv"), "off", "on");
    private static final Rule CINEMA =
            new Rule(List.of(TV_ON), List.of(), List.of(on("light.floor"), on("light.sofa"), on("media_player.tv")));

    @Test
    void anAutomationThatSetsMostOfASceneDoesIt() {
        // Given
        ExistingAutomations existing = existing(
                TV_ON,
                new CallService("light", "turn_on", List.of(id("light.floor"), id("light.sofa")), Verbatim.EMPTY));

        // When
        boolean done = existing.doing(CINEMA).isPresent();

        // Then
        assertThat(done).isTrue();
    }

    @Test
    void anAutomationThatSetsOneMemberLeavesTheRest() {
        // Given
        ExistingAutomations existing = existing(TV_ON, on("light.floor"));

        // When
        boolean done = existing.doing(CINEMA).isPresent();

        // Then
        assertThat(done).isFalse();
    }

    @Test
    void anAutomationThatCallsASceneOfHomeAssistantOnTheSameOccasionDoesIt() {
        // Given
        ExistingAutomations existing = existing(TV_ON, CallService.of("scene", "turn_on", id("scene.cinema")));

        // When
        boolean done = existing.doing(CINEMA).isPresent();

        // Then
        assertThat(done).isTrue();
    }

    @Test
    void theLastOneLeavingIsOneOccasionHoweverItIsWritten() {
        // Given
        Rule wanted = new Rule(
                List.of(new NumericStateTrigger(List.of(id("zone.home")), null, null, 0.5, Duration.ZERO)),
                List.of(),
                List.of(CallService.of("light", "turn_off", id("light.hall"))));
        ExistingAutomations existing = existing(
                StateTrigger.of(id("group.family"), "home", "not_home"),
                CallService.of("light", "turn_off", id("light.hall")));

        // When
        boolean done = existing.doing(wanted).isPresent();

        // Then
        assertThat(done).isTrue();
    }

    private static ExistingAutomations existing(Trigger trigger, Action action) {
        Rule rule = new Rule(List.of(trigger), List.of(), List.of(action));
        return new ExistingAutomations(List.of(new Automation("1", "Mine", "", rule, RunMode.SINGLE, Verbatim.EMPTY)));
    }

    private static CallService on(String entity) {
        return CallService.of(id(entity).domain(), "turn_on", id(entity));
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }
}
