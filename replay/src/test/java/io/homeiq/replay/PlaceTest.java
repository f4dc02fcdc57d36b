package io.homeiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the home is, and who is at which place. */
class PlaceTest {

    private static final Map<String, @Nullable Object> AT_HOME = Map.of("latitude", 52.37, "longitude", 4.9);
    private static final Map<String, @Nullable Object> FAR_AWAY = Map.of("latitude", 48.85, "longitude", 2.35);

    private static LittleHome withTrigger(Map<String, Object> trigger) {
        return new LittleHome().with("triggers", List.of(trigger));
    }

    @Test
    void withoutThePlaceOfTheHomeNothingOfTheSunIsGuessed() {
        // Given
        LittleHome home = withTrigger(Map.of("trigger", "sun", "event", "sunset"))
                .with("conditions", List.of(Map.of("condition", "sun", "after", "sunset")))
                .during("2026-06-01T10:00:00Z", Duration.ofDays(2))
                .nowhere();

        // When
        Answer answer = home.ask();

        // Then
        assertThat(answer).isInstanceOfSatisfying(Answer.Replayed.class, replayed -> {
            assertThat(replayed.firings()).isEmpty();
            assertThat(replayed.unsupported())
                    .containsExactly(
                            "trigger: sun, as it is not known where the home is",
                            "condition: sun, as it is not known where the home is");
        });
    }

    @Test
    void someoneEntersTheHomeByPlaceAndLeavesIt() {
        Map<String, Object> trigger = Map.of("trigger", "zone", "entity_id", "person.ada", "zone", "zone.home");
        LittleHome home = withTrigger(trigger)
                .withZone()
                .has("person.ada", "not_home", FAR_AWAY)
                .at(10, "person.ada", "home", AT_HOME)
                .at(20, "person.ada", "home", Map.of("latitude", 52.3701, "longitude", 4.9001))
                .at(30, "person.ada", "not_home", FAR_AWAY)
                .at(40, "person.ada", "unknown")
                .at(50, "person.ada", "home", AT_HOME);

        assertThat(home.fired()).as("who had no place before does not enter").containsExactly(10.0);
    }

    @Test
    void whatAPersonNamesCountsMoreThanItsPlace() {
        Map<String, @Nullable Object> named =
                Map.of("latitude", 48.85, "longitude", 2.35, "in_zones", List.of("zone.home"));
        LittleHome home = withTrigger(
                        Map.of("trigger", "zone", "entity_id", "person.ada", "zone", "zone.home", "event", "enter"))
                .withZone()
                .has("person.ada", "not_home", FAR_AWAY)
                .at(10, "person.ada", "home", named);

        assertThat(home.fired()).containsExactly(10.0);
    }

    @Test
    void aZoneThatIsOffByLessThanTheAccuracyHolds() {
        Map<String, @Nullable Object> near = Map.of("latitude", 52.372, "longitude", 4.9, "gps_accuracy", 200);
        LittleHome home = withTrigger(Map.of("trigger", "state", "entity_id", "light.a", "to", "on"))
                .with(
                        "conditions",
                        List.of(Map.of("condition", "zone", "entity_id", "device_tracker.phone", "zone", "zone.home")))
                .withZone()
                .has("light.a", "off")
                .has("device_tracker.phone", "home", near)
                .at(10, "light.a", "on");

        assertThat(home.outcomes()).containsExactly(Outcome.RAN);
    }

    @Test
    void aTagFiresOnlyIfItIsTheOneAndScannedThere() {
        Map<String, Object> trigger = Map.of("trigger", "tag", "tag_id", "door", "device_id", List.of("reader"));
        LittleHome home = withTrigger(trigger);
        for (List<String> scan :
                List.of(List.of("door", "phone"), List.of("bag", "reader"), List.of("door", "reader"))) {
            home.happens(new Happening.EventFired(
                    home.time(10 + scan.getFirst().length() + scan.getLast().length()),
                    "tag_scanned",
                    Map.of("tag_id", scan.getFirst(), "device_id", scan.getLast()),
                    null));
        }

        assertThat(home.fired()).containsExactly(20.0);
    }

    @Test
    void somethingOnTheMapMayAppearWithinAZone() {
        Map<String, Object> trigger =
                Map.of("trigger", "geo_location", "source", "Quakes", "zone", "zone.home", "event", "enter");
        LittleHome home = withTrigger(trigger)
                .withZone()
                .at(10, "geo_location.a", "3", Map.of("latitude", 52.37, "longitude", 4.9, "source", "quakes"))
                .at(20, "geo_location.b", "3", Map.of("latitude", 52.37, "longitude", 4.9, "source", "storms"));

        assertThat(home.fired()).containsExactly(10.0);
    }
}
