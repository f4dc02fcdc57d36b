package io.homeiq.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    @Test
    void saysWhoseItIsAndWhatItCarries() {
        assertThat(Topic.event(HomeId.DEFAULT, EventType.AUTOMATION_ROLLED_BACK))
                .hasToString("homeiq/v1/home/event/automation.rolled_back");
        assertThat(Topic.command(HomeId.DEFAULT, CommandType.RUN_ANALYSIS))
                .hasToString("homeiq/v1/home/command/analysis.run");
        assertThat(Topic.state(HomeId.DEFAULT, "bridge")).hasToString("homeiq/v1/home/state/bridge");
        assertThat(Topic.deadLetter(new HomeId("lake"), "pattern")).hasToString("homeiq/v1/lake/dead-letter/pattern");
        assertThat(Topic.event(HomeId.DEFAULT, EventType.PATTERN_DETECTED).name())
                .isEqualTo("pattern.detected");
        assertThat(new Topic("alone").name()).isEqualTo("alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/+", "#", "a\0b"})
    void refusesWildcards(String text) {
        assertThatThrownBy(() -> new Topic(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOnTheWireLeadBackToTheirTypes() {
        for (EventType type : EventType.values()) {
            assertThat(EventType.named(type.wireName())).contains(type);
            assertThat(EventType.of(type.data())).isEqualTo(type);
        }
        for (CommandType type : CommandType.values()) {
            assertThat(CommandType.named(type.wireName())).contains(type);
            assertThat(CommandType.of(type.data())).isEqualTo(type);
        }
        assertThat(EventType.named("pattern.invented")).isEmpty();
        assertThat(CommandType.named("")).isEmpty();
    }

    @Test
    void everyRecordOfEventDataHasItsType() {
        assertThat(EventData.class.getPermittedSubclasses())
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(EventType.values())
                        .map(type -> type.data().getName())
                        .toList());
        assertThat(Command.class.getPermittedSubclasses()).hasSameSizeAs(CommandType.values());
    }
}
