package io.homeiq.mining.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What draws more than a kilowatt is asked about, whatever it is called. */
class PowerPeaksTest {

    private static final HomeRegistry HOME = new HomeRegistry(
            HomeConfig.UNKNOWN,
            List.of(),
            List.of(
                    new Device("plug", "Plug", null, null, null, null, Set.of()),
                    new Device("strip", "Strip", null, null, null, null, Set.of()),
                    new Device("other", "Other", null, null, null, null, Set.of())),
            List.of(
                    of("switch.corner", "plug", null, Set.of()),
                    of("sensor.corner_wattage", "plug", "power", Set.of()),
                    of("sensor.corner_energy", "plug", "energy", Set.of()),
                    of("switch.corner_allowed", "plug", null, Set.of("homeiq_allow")),
                    of("switch.one", "strip", null, Set.of()),
                    of("switch.two", "strip", null, Set.of()),
                    of("sensor.one_power", "strip", "power", Set.of()),
                    of("sensor.two_power", "strip", "power", Set.of()),
                    of("switch.elsewhere", "other", null, Set.of())),
            List.of());

    private static Entity of(String id, String device, @Nullable String kind, Set<String> labels) {
        return new Entity(
                new EntityId(id), null, null, device, null, labels, List.of(), false, false, null, kind, null);
    }

    private static Safety judge(String entity, Map<String, Double> watts) {
        PowerPeaks peaks = new PowerPeaks(watts.entrySet().stream()
                .collect(Collectors.toMap(each -> new EntityId(each.getKey()), Map.Entry::getValue)));
        EntityId id = new EntityId(entity);
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.NOON)),
                List.of(),
                List.of(CallService.of(id.domain(), "turn_off", id)));
        return new SafetyPolicy(HOME, peaks).judge(rule);
    }

    @Test
    void aPlugWhoseDeviceShowedMoreThanAKilowattNeedsConsent() {
        // When
        Safety safety = judge("switch.corner", Map.of("sensor.corner_wattage", 2_150.0));

        // Then
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.ASK);
        assertThat(safety.reasons()).singleElement().asString().contains("switch.corner", "more than 1 kW");
    }

    @ParameterizedTest
    @CsvSource({
        "switch.corner, sensor.corner_wattage, 1000",
        "switch.corner, sensor.corner_energy, 5000",
        "switch.elsewhere, sensor.corner_wattage, 2150",
        "switch.unknown, sensor.corner_wattage, 2150",
        "switch.corner_allowed, sensor.corner_wattage, 2150"
    })
    void otherwiseItPasses(String entity, String sensor, double watts) {
        assertThat(judge(entity, Map.of(sensor, watts)).verdict()).isEqualTo(SafetyVerdict.PASS);
    }

    @Test
    void ofSeveralOutletsTheOneThatIsNamedAlikeCounts() {
        // Given
        Map<String, Double> watts = Map.of("sensor.one_power", 2_000.0, "sensor.two_power", 150.0);

        // Then
        assertThat(judge("switch.one", watts).verdict()).isEqualTo(SafetyVerdict.ASK);
        assertThat(judge("switch.two", watts).verdict()).isEqualTo(SafetyVerdict.PASS);
    }
}
