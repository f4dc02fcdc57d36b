package io.homeiq.store.history;

import static io.homeiq.store.history.Events.HALL;
import static io.homeiq.store.history.Events.KITCHEN;
import static io.homeiq.store.history.Events.START;
import static io.homeiq.store.history.Events.byTime;
import static io.homeiq.store.history.Events.call;
import static io.homeiq.store.history.Events.change;
import static io.homeiq.store.history.Events.context;
import static io.homeiq.store.history.Events.run;
import static io.homeiq.store.history.Events.toggles;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the type of events and by the states that they lead to. */
class HistoryChoiceIT {

    private final HomeEvent call = call(HALL, START, context("a"));
    private final HomeEvent run = run(START.plusSeconds(1), context("on"));
    private final HomeEvent on = change(HALL, "off", "on", START.plusSeconds(2));
    private final HomeEvent off = change(KITCHEN, "on", "off", START.plusSeconds(3));
    private final HomeEvent gone = change(KITCHEN, "off", null, START.plusSeconds(4));

    @TempDir
    Path folder;

    private HistoryLog log;

    @BeforeEach
    void open() {
        log = HistoryLog.open(folder.resolve("history.db"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void readsOnlyEventsOfTheWantedTypes() {
        // Given
        log.append(List.of(call, run, on, off, gone), "test");

        // Then
        assertThat(byTime(log, of(Set.of(ServiceCall.class), Set.of()))).containsExactly(call);
        assertThat(byTime(log, of(Set.of(ServiceCall.class, AutomationTriggered.class), Set.of())))
                .containsExactly(call, run);
        assertThat(byTime(log, of(Set.of(StateChange.class), Set.of()))).containsExactly(on, off, gone);
        assertThat(byTime(log, of(Set.of(StateChange.class, ServiceCall.class), Set.of())))
                .containsExactly(call, on, off, gone);
    }

    @Test
    void readsOnlyChangesToTheWantedStates() {
        // Given
        log.append(List.of(call, run, on, off, gone), "test");

        // Then
        assertThat(byTime(log, of(Set.of(), Set.of("on")))).containsExactly(on);
        assertThat(byTime(log, of(Set.of(), Set.of("on", "off")))).containsExactly(on, off);
        assertThat(byTime(log, of(Set.of(), Set.of("' OR 1=1 --")))).isEmpty();
        assertThat(byTime(log, of(Set.of(AutomationTriggered.class), Set.of("on"))))
                .isEmpty();
    }

    @Test
    void typesAndEntitiesNarrowTogether() {
        // Given
        log.append(List.of(call, run, on, off, gone), "test");
        HistoryFilter runsOfTheLamp =
                new HistoryFilter(null, null, Set.of(HALL), Set.of(AutomationTriggered.class), Set.of());
        HistoryFilter runs = new HistoryFilter(
                null, null, Set.of(new EntityId("automation.hall")), Set.of(AutomationTriggered.class), Set.of());

        // Then
        assertThat(byTime(log, runsOfTheLamp)).isEmpty();
        assertThat(byTime(log, runs)).containsExactly(run);
    }

    @Test
    void tellsWhereAPieceOfSoManyEventsEnds() {
        // Given
        log.append(toggles(10), "test");

        // Then
        try (HistoryReader reader = log.reader()) {
            assertThat(reader.edge(null, null, false, 3))
                    .isEqualTo(START.plusSeconds(3).truncatedTo(ChronoUnit.MILLIS));
            assertThat(reader.edge(null, START.plusSeconds(8), true, 3))
                    .isEqualTo(START.plusSeconds(5).truncatedTo(ChronoUnit.MILLIS));
            assertThat(reader.edge(START.plusSeconds(9), null, false, 1)).isNull();
            assertThat(reader.edge(null, null, true, 10)).isNull();
        }
    }

    private static HistoryFilter of(Set<Class<? extends HomeEvent>> kinds, Set<String> states) {
        return new HistoryFilter(null, null, Set.of(), kinds, states);
    }
}
