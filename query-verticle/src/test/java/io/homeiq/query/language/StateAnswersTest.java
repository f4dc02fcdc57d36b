package io.homeiq.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateAnswersTest {

    private static final Map<EntityId, String> STATES = Map.ofEntries(
            state("light.porch", "on"),
            state("light.hall", "off"),
            state("light.kitchen_ceiling", "on"),
            state("light.kitchen_counter", "off"),
            state("switch.coffee", "off"),
            state("binary_sensor.front_door", "on"),
            state("lock.front_door", "locked"),
            state("person.ann", "home"),
            state("person.ben", "work"),
            state("media_player.tv", "playing"),
            state("light.living_room", "unavailable"),
            state("sensor.bedroom_temperature", "19.5"));

    private final Interpreter house = new Interpreter(new HomeNames(SampleHomes.house(), List.of()));

    private static Map.Entry<EntityId, String> state(String id, String state) {
        return Map.entry(new EntityId(id), state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is the porch light on | Yes, Porch light is on.",
                "is the porch light off | No, Porch light is on.",
                "is the hall light on | No, Hall light (Hallway) is off.",
                "is the front door open | Yes, Front door (Hallway) is open.",
                "is the front door closed | No, Front door (Hallway) is open.",
                "is the front door locked | Yes, Front door lock (Hallway) is locked.",
                "what is on in the kitchen | 1 of 3 is on: Kitchen ceiling light.",
                "are the kitchen lights on | Some: 1 of 2 is on: Kitchen ceiling light.",
                "who is home | 1 of 2 is home: Ann.",
                "who is away | 1 of 2 is away: Ben.",
                "is the tv on | Yes, TV (Living Room) is on.",
                "is the living room light on | I do not know the state of Living room light.",
                "what is the temperature in the bedroom | Bedroom temperature is 19.5.",
            })
    void tellsHowThingsAre(String question, String answer) {
        // When
        Meaning meaning = house.understand(question);

        // Then
        assertThat(meaning)
                .isInstanceOfSatisfying(
                        Meaning.AskState.class,
                        asked -> assertThat(asked.question().answer(STATES)).isEqualTo(answer));
    }
}
