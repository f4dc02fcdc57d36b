package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutomationYamlTest {

    private static final EntityId MOTION = new EntityId("binary_sensor.hall_motion");
    private static final EntityId LAMP = new EntityId("light.hall");

    private static final Automation EVERYTHING = new Automation(
            "homeiq_1",
            "Hallway: light at dusk",
            "From 31 acts",
            new Rule(
                    List.of(
                            new StateTrigger(List.of(MOTION), List.of("off"), List.of("on"), Duration.ofSeconds(30)),
                            new NumericStateTrigger(
                                    List.of(new EntityId("sensor.hall_lux")), null, null, 40.0, Duration.ZERO),
                            new TimeTrigger(List.of(LocalTime.of(6, 45), LocalTime.of(22, 0, 5))),
                            new SunTrigger(SunEvent.SUNSET, Duration.ofMinutes(-30))),
                    List.of(
                            new TimeCondition(
                                    LocalTime.of(16, 0),
                                    LocalTime.of(23, 30),
                                    Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)),
                            new AnyOf(List.of(
                                    new StateCondition(
                                            List.of(new EntityId("person.ann")),
                                            List.of("home"),
                                            Duration.ofMinutes(5)),
                                    new NoneOf(List.of(StateCondition.of(LAMP, "on"))),
                                    new AllOf(List.of(
                                            new SunCondition(
                                                    SunEvent.SUNSET,
                                                    SunEvent.SUNRISE,
                                                    Duration.ofMinutes(-30),
                                                    Duration.ZERO),
                                            new NumericStateCondition(
                                                    List.of(new EntityId("sensor.hall_lux")), "raw", 0.5, 1e-7)))))),
                    List.of(
                            new CallService(
                                    "light", "turn_on", List.of(LAMP), new Verbatim(Map.of("brightness_pct", 40))),
                            new Delay(Duration.ofMillis(1_500)),
                            new CallService("notify", "everyone", List.of(), new Verbatim(Map.of("message", "on"))))),
            RunMode.RESTART,
            new Verbatim(Map.of("max_exceeded", "silent")));

    @Test
    void writesTodaysSpelling() {
        // When
        String yaml = AutomationYaml.write(List.of(EVERYTHING));

        // Then
        assertThat(yaml).isEqualTo("""
                        - id: homeiq_1
                          alias: "Hallway: light at dusk"
                          description: From 31 acts
                          triggers:
                          - trigger: state
                            entity_id: binary_sensor.hall_motion
                            from: "off"
                            to: "on"
                            for: "00:00:30"
                          - trigger: numeric_state
                            entity_id: sensor.hall_lux
                            below: 40
                          - trigger: time
                            at:
                            - "06:45:00"
                            - "22:00:05"
                          - trigger: sun
                            event: sunset
                            offset: "-00:30:00"
                          conditions:
                          - condition: time
                            after: "16:00:00"
                            before: "23:30:00"
                            weekday:
                            - mon
                            - sun
                          - condition: or
                            conditions:
                            - condition: state
                              entity_id: person.ann
                              state: home
                              for: "00:05:00"
                            - condition: not
                              conditions:
                              - condition: state
                                entity_id: light.hall
                                state: "on"
                            - condition: and
                              conditions:
                              - condition: sun
                                after: sunset
                                after_offset: "-00:30:00"
                                before: sunrise
                              - condition: numeric_state
                                entity_id: sensor.hall_lux
                                attribute: raw
                                above: 0.5
                                below: 1.0e-7
                          actions:
                          - action: light.turn_on
                            target:
                              entity_id: light.hall
                            data:
                              brightness_pct: 40
                          - delay:
                              seconds: 1.5
                          - action: notify.everyone
                            data:
                              message: "on"
                          mode: restart
                          max_exceeded: silent
                        """);
        assertThat(AutomationYaml.read(yaml)).containsExactly(EVERYTHING);
    }

    @Test
    void readsTheSpellingOfFormerYears() {
        // Given
        String old = """
                - id: 1583123
                  alias: 'Hall'
                  trigger:
                    platform: state
                    entity_id: binary_sensor.hall_motion, Light.Hall
                    to: on
                    for:
                      minutes: 1
                  condition:
                    condition: time
                    after: '16:00'
                    weekday: mon
                  action:
                    service: light.turn_on
                    entity_id: light.hall
                    data_template:
                      brightness: 017
                """;

        // When
        List<Automation> automations = AutomationYaml.read(old);

        // Then
        Rule rule = new Rule(
                List.of(new StateTrigger(List.of(MOTION, LAMP), List.of(), List.of("on"), Duration.ofMinutes(1))),
                List.of(new TimeCondition(LocalTime.of(16, 0), null, Set.of(DayOfWeek.MONDAY))),
                List.of(new CallService("light", "turn_on", List.of(LAMP), new Verbatim(Map.of("brightness", 15)))));
        assertThat(automations)
                .containsExactly(new Automation("1583123", "Hall", "", rule, RunMode.SINGLE, Verbatim.EMPTY));
    }

    @Test
    void writesAnAutomationWithoutTriggersAsOne() {
        // When
        String written = AutomationYaml.write(AutomationYaml.read("- {alias: Never, trigger: [], action: []}"));

        // Then
        assertThat(written).isEqualTo("""
                - alias: Never
                  triggers: []
                  actions: []
                  mode: single
                """);
    }

    @Test
    void mergesAnchorsAsHomeAssistantDoes() {
        // Given
        String yaml = """
                - &base
                  alias: First
                  trigger: {platform: time, at: '06:00'}
                  action: {service: light.turn_on}
                - <<: *base
                  alias: Second
                """;

        // When
        List<Automation> automations = AutomationYaml.read(yaml);

        // Then
        assertThat(automations).extracting(Automation::alias).containsExactly("First", "Second");
        assertThat(automations.getLast().rule())
                .isEqualTo(automations.getFirst().rule());
    }

    @Test
    void readsTheAutomationsOfAPackage() {
        // Given
        String yaml = """
                script: {x: {sequence: []}}
                automation:
                  - {alias: One, trigger: [], action: []}
                automation hall:
                  {alias: Two, trigger: [], action: []}
                automation_like: [{alias: Three, trigger: [], action: []}]
                """;

        // When
        List<Automation> automations = AutomationYaml.read(yaml);

        // Then
        assertThat(automations).extracting(Automation::alias).containsExactly("One", "Two");
    }
}
