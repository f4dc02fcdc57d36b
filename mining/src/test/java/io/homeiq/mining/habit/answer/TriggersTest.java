package io.homeiq.mining.habit.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.Diary;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Cause;
import io.homeiq.mining.timeline.Household;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggersTest {

    private static Household home(Diary diary) {
        Household home = new Household(Diary.registry());
        for (HomeEvent event : diary.events()) {
            home.note((StateChange) event, new Attribution(Cause.UNKNOWN, null, null, 1, false));
        }
        return home;
    }

    private static List<String> before(Household home, Triggers triggers, Instant time) {
        List<String> found = new ArrayList<>();
        triggers.before(
                time.toEpochMilli(),
                number -> found.add(triggers.get(number).entity() + " "
                        + home.states().nameOf(triggers.get(number).to())));
        return found;
    }

    @Test
    void findsWhatCameWithinTheLookBackAndNotWhatCameAtTheSameMoment() {
        // Given
        Instant noon = Diary.time(1, LocalTime.NOON);
        Household home = home(new Diary()
                .set("binary_sensor.hall", "on", noon.minusSeconds(11))
                .set("binary_sensor.door", "on", noon.minusSeconds(10))
                .set("binary_sensor.hall", "off", noon.minusSeconds(5))
                .set("binary_sensor.door", "off", noon));

        // When
        Triggers triggers = new Triggers(home, home.days().all(), 10_000);

        // Then
        assertThat(before(home, triggers, noon)).containsExactly("binary_sensor.door on", "binary_sensor.hall off");
    }

    @Test
    void countsOnlyWhatHappenedOnTheDaysYetSeesWhatCameJustBeforeThem() {
        // Given
        Instant midnight = Diary.time(1, LocalTime.MIDNIGHT);
        Household home = home(new Diary()
                .set("binary_sensor.hall", "on", midnight.minusSeconds(2))
                .set("binary_sensor.hall", "off", midnight.plusSeconds(3_600))
                .set("binary_sensor.hall", "on", midnight.plusSeconds(7_200)));

        // When
        Triggers triggers =
                new Triggers(home, home.days().all().after(home.days().all().firstShare(0.5)), 10_000);

        // Then
        assertThat(before(home, triggers, midnight)).containsExactly("binary_sensor.hall on");
        assertThat(triggers.count(0)).isEqualTo(1);
    }
}
