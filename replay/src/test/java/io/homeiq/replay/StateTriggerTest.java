package io.homeiq.replay;

import static io.homeiq.replay.LittleHome.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What surprises in the state trigger of Home Assistant. */
class StateTriggerTest {

    private static LittleHome withTrigger(Object... keys) {
        Map<String, @Nullable Object> trigger = new HashMap<>(Map.of("trigger", "state", "entity_id", "lock.door"));
        for (int i = 0; i < keys.length; i += 2) {
            trigger.put(keys[i].toString(), keys[i + 1].equals(START) ? null : keys[i + 1]);
        }
        return new LittleHome().with("triggers", List.of(trigger)).with("mode", "parallel");
    }

    @Test
    void withoutFromAndToItFiresOnAttributesCreationAndRemoval() {
        // Given
        LittleHome home = withTrigger()
                .at(1, "lock.door", "locked")
                .at(2, "lock.door", "locked", Map.of("battery", 5L))
                .at(3, "lock.door", "locked", Map.of("battery", 5L))
                .at(4, "lock.door", null);

        // When, Then
        assertThat(home.fired()).containsExactly(1.0, 2.0, 4.0);
    }

    @Test
    void toNothingIgnoresAttributesButNotCreationAndRemoval() {
        // Given
        LittleHome home = withTrigger("to", START)
                .at(1, "lock.door", "locked")
                .at(2, "lock.door", "locked", Map.of("battery", 5L))
                .at(4, "lock.door", null);

        // When, Then
        assertThat(home.fired()).containsExactly(1.0, 4.0);
    }

    @Test
    void fromAloneFiresOnRemoval() {
        assertThat(withTrigger("from", "locked")
                        .has("lock.door", "locked")
                        .at(3, "lock.door", null)
                        .fired())
                .containsExactly(3.0);
    }

    @Test
    void eachChangeOfAnAttributeStartsATimerOfItsOwn() {
        // Given
        LittleHome home = withTrigger("for", 60)
                .has("lock.door", "locked")
                .at(1, "lock.door", "locked", Map.of("battery", 5L))
                .at(11, "lock.door", "locked", Map.of("battery", 4L));

        // When, Then
        assertThat(home.fired()).containsExactly(61.0, 71.0);
    }

    @Test
    void forWithFromAloneLastsUntilTheOldValueIsBack() {
        // Given
        LittleHome home = withTrigger("from", "locked", "for", 60)
                .has("lock.door", "locked")
                .at(0, "lock.door", "opening")
                .at(30, "lock.door", "open")
                .at(100, "lock.door", "locked")
                .at(110, "lock.door", "open")
                .at(120, "lock.door", "locked");

        // When, Then
        assertThat(home.fired()).containsExactly(60.0);
    }

    @Test
    void movingBetweenListedValuesStartsForAnewAndAttributesDoNot() {
        // Given
        LittleHome home = withTrigger("to", List.of("open", "ajar"), "for", 60)
                .has("lock.door", "locked")
                .at(0, "lock.door", "open")
                .at(30, "lock.door", "ajar")
                .at(40, "lock.door", "ajar", Map.of("battery", 1L));

        // When, Then
        assertThat(home.fired()).containsExactly(90.0);
    }

    @Test
    void anEventAtTheVeryEndOfForCancelsIt() {
        // Given
        LittleHome home = withTrigger("to", "open", "for", 60)
                .has("lock.door", "locked")
                .at(0, "lock.door", "open")
                .at(60, "lock.door", "locked");

        // When, Then
        assertThat(home.fired()).isEmpty();
    }

    @Test
    void refusesWhatYamlMakesOfAnUnquotedOn() {
        assertThat(withTrigger("to", true).ask()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void refusesFromBesideNotFrom() {
        assertThat(withTrigger("from", "on", "not_from", "off").ask()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void anEventThatOnlyBearsTheNameOfAChangeChangesNothing() {
        // Given
        LittleHome home = new LittleHome()
                .with("triggers", List.of(Map.of("trigger", "state", "entity_id", "light.a", "to", "on")))
                .has("light.a", "off");
        home.happens(new Happening.EventFired(home.time(5), "state_changed", Map.of("entity_id", "light.a"), null));

        // When, Then
        assertThat(home.at(10, "light.a", "on").fired()).containsExactly(10.0);
    }
}
