package io.homeiq.mining;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.pattern.Pattern;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told as it happens, while what the earlier days tell is searched only once. */
class FreshHabitTest {

    private static final int DAYS = 30;

    private static Miner miner() {
        return new Miner(HomeId.DEFAULT, Diary.registry(), List.of(), MiningSettings.DEFAULT);
    }

    private static Diary evenings(long seed, int firstDay) {
        Random random = new Random(seed);
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            Instant reading = Diary.around(day, LocalTime.of(20, 0), 90, random);
            diary.set("light.desk", "on", reading);
            diary.set("light.desk", "off", reading.plusSeconds(random.nextInt(600, 9_000)));
            if (day >= firstDay) {
                Instant evening = Diary.around(day, LocalTime.of(19, 0), 4, random);
                diary.set("light.hall", "on", evening);
                diary.set("light.hall", "off", evening.plusSeconds(random.nextInt(1_800, 14_400)));
            }
        }
        return diary;
    }

    private static List<Pattern> live(Miner miner, Diary diary) {
        List<Pattern> fresh = new ArrayList<>();
        for (HomeEvent event : diary.events()) {
            miner.accept(event);
            fresh.addAll(miner.fresh());
        }
        return fresh;
    }

    private static Set<EntityId> entities(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::entity).collect(Collectors.toSet());
    }

    @Test
    void whatBeganOnlyAfterTheFirstLookIsFoundTheDayItStands() {
        // Given a habit that begins when the miner has looked at the lamp already for days
        long seed = 5;
        Miner miner = miner();

        // When
        List<Pattern> fresh = live(miner, evenings(seed, 8));

        // Then
        assertThat(entities(fresh)).as("seed %d", seed).contains(Diary.id("light.hall"));
        assertThat(entities(fresh))
                .containsAll(entities(miner.analyse(Progress.IGNORED).proven()));
    }

    @Test
    void anActThatCameLateIntoTheLearnedDaysIsLearned() {
        // Given two miners, one that has looked before the past of the lamp came in
        long seed = 6;
        Diary whole = evenings(seed, 0);
        Miner early = miner();
        Miner late = miner();
        List<HomeEvent> hall = new ArrayList<>();
        for (HomeEvent event : whole.events()) {
            late.accept(event);
            boolean isHall = event.toString().contains("light.hall");
            if (isHall) {
                hall.add(event);
            } else {
                early.accept(event);
                early.fresh();
            }
        }

        // When
        hall.forEach(early::accept);

        // Then
        assertThat(entities(early.fresh()))
                .as("seed %d", seed)
                .contains(Diary.id("light.hall"))
                .isEqualTo(entities(late.fresh()));
    }
}
