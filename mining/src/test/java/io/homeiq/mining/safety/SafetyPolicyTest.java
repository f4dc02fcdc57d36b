package io.homeiq.mining.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conduct.Targets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyPolicyTest {

    private final SafetyPolicy policy = new SafetyPolicy(new HomeRegistry(
            HomeConfig.UNKNOWN,
            List.of(
                    new Area("study", "Study", null, List.of(), Set.of("homeiq_never")),
                    new Area("cellar", "Cellar", null, List.of(), Set.of("homeiq_allow", "boiler"))),
            List.of(
                    new Device("server", "Server", "study", null, null, null, Set.of()),
                    new Device("bulb", "Bulb", "cellar", null, null, null, Set.of())),
            List.of(
                    of("switch.rack", "server"),
                    of("lock.hatch", "bulb"),
                    entity("cover.left", "garage", Set.of()),
                    entity("cover.shutter", "shutter", Set.of()),
                    entity("switch.plain", null, Set.of()),
                    entity("switch.guarded", null, Set.of("homeiq_never")),
                    entity("lock.shed", null, Set.of("homeiq_allow")),
                    entity("binary_sensor.smoke", "smoke", Set.of())),
            List.of()));

    @ParameterizedTest
    @CsvSource({
        "lock.front, lock, unlock",
        "lock.front, lock, open",
        "lock.front, lock, lock",
        "cover.left, cover, close_cover",
        "valve.water, valve, close_valve",
        "alarm_control_panel.home, alarm_control_panel, alarm_disarm",
        "cover.left, cover, open_cover",
        "cover.left, cover, toggle",
        "cover.left, homeassistant, turn_on",
        "cover.side_gate, cover, set_cover_position",
        "button.server_restart, button, press",
        "switch.cpap_machine, switch, turn_off",
        "light.cpap_machine, light, turn_off",
        "valve.water, valve, open_valve",
        "siren.attic, siren, turn_on",
        "switch.oven, switch, turn_on",
        "switch.kitchen_heater_2, switch, turn_off",
        "input_boolean.garage_door_raised, input_boolean, turn_on",
        "switch.guarded, switch, turn_on",
        "switch.rack, switch, turn_on"
    })
    void someThingsAreNeverSwitched(String entity, String domain, String service) {
        // Given
        Rule rule = timed(new CallService(domain, service, List.of(new EntityId(entity)), Verbatim.EMPTY));

        // When
        Safety safety = policy.judge(rule);

        // Then
        assertThat(safety.tier()).isEqualTo(SafetyTier.NEVER);
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.BLOCK);
        assertThat(safety.reasons().getFirst()).contains(entity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "light.hallway",
                "switch.plain",
                "switch.environ_lamp",
                "switch.gateway_led",
                "light.oven",
                "cover.shutter",
                "lock.shed",
                "lock.hatch"
            })
    void wordsMatchWholeAndTheOwnerHasTheLastOne(String entity) {
        // Given
        EntityId id = new EntityId(entity);

        // When
        Safety safety = policy.judge(timed(CallService.of(id.domain(), "turn_on", id)));

        // Then
        assertThat(safety).isEqualTo(new Safety(SafetyTier.LOW_RISK, SafetyVerdict.PASS, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "button.doorbell_chime, button, press",
        "script.good_night, script, turn_on",
        "vacuum.robot, vacuum, start"
    })
    void whatCostsNeedsConsent(String entity, String domain, String service) {
        // Given
        Rule rule = timed(new CallService(domain, service, List.of(new EntityId(entity)), Verbatim.EMPTY));

        // When
        Safety safety = policy.judge(rule);

        // Then
        assertThat(safety.tier()).isEqualTo(SafetyTier.CONSENT);
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.ASK);
        assertThat(safety.reasons()).singleElement().asString().contains(entity);
    }

    @ParameterizedTest
    @CsvSource({"lock.front, lock, lock", "cover.left, cover, close_cover", "valve.water, valve, close_valve"})
    void whatAPersonWroteMayCloseWithConsentWhatIsNeverProposed(String entity, String domain, String service) {
        // Given
        Deed deed = new Deed(
                domain,
                service,
                new Targets(Set.of(new EntityId(entity)), Set.of(), false, false),
                Verbatim.EMPTY,
                List.of(),
                Set.of(),
                Duration.ZERO,
                true,
                false,
                1);

        // When
        Safety safety = policy.judge(new Conduct("id", "name", "", true, false, List.of(), List.of(), List.of(deed)));

        // Then
        assertThat(safety.tier()).isEqualTo(SafetyTier.CONSENT);
        assertThat(safety.reasons()).singleElement().asString().contains(entity, "even to be closed");
    }

    @ParameterizedTest
    @CsvSource({"shell_command, reboot", "hassio, host_shutdown", "homeassistant, restart", "lock, unlock"})
    void servicesOfTheSystemAreNeverCalled(String domain, String service) {
        // When
        Safety safety = policy.judge(timed(new CallService(domain, service, List.of(), Verbatim.EMPTY)));

        // Then
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.BLOCK);
    }

    @Test
    void loudMusicNeedsConsent() {
        // Given
        EntityId player = new EntityId("media_player.bedroom");
        Rule loud = timed(new CallService(
                "media_player", "volume_set", List.of(player), new Verbatim(Map.of("volume_level", 0.9))));
        Rule soft = timed(new CallService(
                "media_player", "volume_set", List.of(player), new Verbatim(Map.of("volume_level", 0.3))));

        // When
        List<SafetyVerdict> verdicts =
                List.of(policy.judge(loud).verdict(), policy.judge(soft).verdict());

        // Then
        assertThat(verdicts).containsExactly(SafetyVerdict.ASK, SafetyVerdict.PASS);
    }

    @Test
    void heatingNeedsConsent() {
        // Given
        Rule rule = timed(CallService.of("climate", "turn_on", new EntityId("climate.bath")));

        // When
        Safety safety = policy.judge(rule);

        // Then
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.ASK);
    }

    @Test
    void nothingHangsOnASmokeDetector() {
        // Given
        Trigger smoke = StateTrigger.of(new EntityId("binary_sensor.smoke"), "off", "on");
        Rule rule = new Rule(
                List.of(smoke), List.of(), List.of(CallService.of("light", "turn_on", new EntityId("light.hall"))));

        // When
        Safety safety = policy.judge(rule);

        // Then
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.BLOCK);
    }

    @Test
    void whatCannotBeReadIsNotPassedUnasked() {
        // Given
        Rule rule =
                new Rule(List.of(TimeTrigger.at(LocalTime.NOON)), List.of(), List.of(new OpaqueAction(Verbatim.EMPTY)));

        // When
        Safety safety = policy.judge(rule);

        // Then
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.ASK);
    }

    private static Rule timed(CallService call) {
        return new Rule(List.of(TimeTrigger.at(LocalTime.NOON)), List.of(), List.of(call));
    }

    private static Entity entity(String id, @Nullable String deviceClass, Set<String> labels) {
        return new Entity(
                new EntityId(id), null, null, null, null, labels, List.of(), false, false, null, deviceClass, null);
    }

    private static Entity of(String id, String device) {
        return new Entity(
                new EntityId(id), null, null, device, null, Set.of(), List.of(), false, false, null, null, null);
    }
}
