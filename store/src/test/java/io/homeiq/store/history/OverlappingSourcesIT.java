package io.homeiq.store.history;

import static io.homeiq.store.history.Events.bySeq;
import static io.homeiq.store.history.Events.byTime;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever parts of one truth are imported in whatever order, and however poor some of them are, the history is the same. */
class OverlappingSourcesIT {

    private static final int EVENTS = 600;
    private static final int IMPORTS = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheSameHistoryFromAnySplitOverlapAndTruncation(long seed) {
        // Given
        Random random = new Random(seed);
        List<HomeEvent> truth = truth(random);
        List<List<HomeEvent>> imports = new ArrayList<>(List.of(truth));
        for (int i = 1; i < IMPORTS; i++) {
            int from = random.nextInt(EVENTS);
            List<HomeEvent> part = new ArrayList<>(truth.subList(from, from + random.nextInt(EVENTS - from) + 1));
            if (random.nextBoolean()) {
                part.replaceAll(event -> poorer(event, random));
            }
            if (random.nextBoolean()) {
                Collections.shuffle(part, random);
            }
            imports.add(part);
        }
        Collections.shuffle(imports, random);

        // When
        long given = 0;
        long counted = 0;
        try (HistoryLog log = HistoryLog.open(folder.resolve("history.db"))) {
            for (List<HomeEvent> part : imports) {
                Appended appended = log.append(part, "import");
                given += part.size();
                counted += appended.added().size() + appended.duplicates();
            }

            // Then
            assertThat(byTime(log)).as("seed %d", seed).isEqualTo(truth);
            assertThat(counted).as("seed %d", seed).isEqualTo(given);
            assertThat(bySeq(log))
                    .as("seed %d", seed)
                    .extracting(Sequenced::seq)
                    .doesNotHaveDuplicates();
        }
    }

    /** In order of time, never two of one subject in one millisecond, all complete. */
    private static List<HomeEvent> truth(Random random) {
        List<HomeEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            EntityId entity = new EntityId("light.l" + random.nextInt(5));
            var time = Events.START.plus(i * 1_500L + 1 + random.nextInt(400), ChronoUnit.MICROS);
            Context context = new Context("01J" + i, random.nextBoolean() ? "01P" + i : null, null);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> Events.call(entity, time, context);
                        case 1 -> Events.run(time, context);
                        default ->
                            new StateChange(
                                    entity,
                                    "off",
                                    random.nextBoolean() ? "on" : null,
                                    new Attributes(Map.of("n", random.nextInt(3))),
                                    time,
                                    context);
                    });
        }
        return events;
    }

    /** As a source tells it that knows no contexts, or no attributes, or only milliseconds. */
    private static HomeEvent poorer(HomeEvent event, Random random) {
        if (!(event instanceof StateChange change)) {
            return event;
        }
        boolean contexts = random.nextBoolean();
        return new StateChange(
                change.entityId(),
                random.nextBoolean() ? change.before() : null,
                change.after(),
                random.nextBoolean() ? change.attributes() : Attributes.NONE,
                random.nextBoolean() ? change.time() : change.time().truncatedTo(ChronoUnit.MILLIS),
                contexts ? change.context() : Context.UNKNOWN);
    }
}
