package io.homeiq.mining.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.TimeCondition;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionWordsTest {

    private static final EntityId LUX = new EntityId("sensor.hall_lux");
    private static final EntityId ZONE = new EntityId("zone.home");

    static Stream<Arguments> conditionsAndWords() {
        return Stream.of(
                Arguments.of(
                        new SunCondition(SunEvent.SUNSET, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO),
                        " when it is dark"),
                Arguments.of(
                        new SunCondition(SunEvent.SUNSET, null, Duration.ofMinutes(-30), Duration.ZERO),
                        " after the moment 30 minutes before sunset"),
                Arguments.of(new SunCondition(null, SunEvent.SUNRISE, Duration.ZERO, Duration.ZERO), " before sunrise"),
                Arguments.of(new NumericStateCondition(List.of(LUX), null, null, 40.0), " if Hall lux is below 40"),
                Arguments.of(
                        new NumericStateCondition(List.of(LUX), null, 2.5, 40.0),
                        " if Hall lux is above 2.5 and below 40"),
                Arguments.of(new NumericStateCondition(List.of(ZONE), null, 0.0, null), " if somebody is at home"),
                Arguments.of(new NumericStateCondition(List.of(ZONE), null, null, 1.0), " if nobody is at home"),
                Arguments.of(StateCondition.of(new EntityId("light.tv"), "on"), " if Tv is on"),
                Arguments.of(
                        new AnyOf(List.of(
                                StateCondition.of(new EntityId("person.ann"), "home"),
                                StateCondition.of(new EntityId("person.bob"), "home"))),
                        " if Ann is home or if Bob is home"),
                Arguments.of(
                        new TimeCondition(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of()),
                        ", from 22:00 until 06:00"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("conditionsAndWords")
    void aConditionEndsTheSentence(Condition condition, String words) {
        // Given
        ConditionWords speaker = new ConditionWords(new EntityNames(HomeRegistry.EMPTY));

        // When / Then
        assertThat(speaker.of(condition)).isEqualTo(words);
    }
}
