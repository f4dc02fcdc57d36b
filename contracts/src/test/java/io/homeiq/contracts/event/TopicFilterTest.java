package io.homeiq.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.home.HomeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {

    /** The examples of MQTT 3.1.1, section 4.7, and some more. */
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/#, sport/tennis, true",
        "sport/tennis/#, sport/tennis/player1, true",
        "sport/tennis/#, sport/tennis/player1/score, true",
        "sport/tennis/#, sport/tennisball, false",
        "sport/#, sport, true",
        "sport/+/#, sport, false",
        "#, a, true",
        "#, /a/b, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/score, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+, /finance, false",
        "+/+, /finance, true",
        "/+, /finance, true",
        "a/b, a/b, true",
        "a/b, a/b/, false",
        "a/b, a, false",
        "a/b, A/b, false",
        "#, $SYS/uptime, false",
        "+/uptime, $SYS/uptime, false",
        "$SYS/#, $SYS/uptime, true",
        "homeiq/v1/home/event/+, homeiq/v1/home/event/pattern.detected, true",
        "homeiq/v1/home/event/+, homeiq/v1/home2/event/pattern.detected, false"
    })
    void matchesAsMqttSays(String filter, String topic, boolean expected) {
        assertThat(new TopicFilter(filter).matches(new Topic(topic))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a#", "#a", "a+/b", "a/+b", "##", "a\0b"})
    void refusesWhatIsNoFilter(String filter) {
        assertThatThrownBy(() -> new TopicFilter(filter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an MQTT topic filter: " + filter);
    }

    @Test
    void namesTheTopicsOfOneHome() {
        HomeId home = new HomeId("lake");

        assertThat(TopicFilter.everyEvent(home)).hasToString("homeiq/v1/lake/event/+");
        assertThat(TopicFilter.everyCommand(home)).hasToString("homeiq/v1/lake/command/+");
        for (EventType type : EventType.values()) {
            assertThat(TopicFilter.event(home, type).matches(Topic.event(home, type)))
                    .isTrue();
            assertThat(TopicFilter.everyEvent(home).matches(Topic.event(home, type)))
                    .isTrue();
            assertThat(TopicFilter.everyEvent(HomeId.DEFAULT).matches(Topic.event(home, type)))
                    .isFalse();
        }
        for (CommandType type : CommandType.values()) {
            assertThat(TopicFilter.everyCommand(home).matches(Topic.command(home, type)))
                    .isTrue();
        }
    }
}
