package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.TruthSink;
import io.homeiq.store.history.HistoryReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A log as an analysis reads it: in order of time, each event once. It holds the events of one home, some hundred bytes
 * each.
 */
final class Chronicle implements TruthSink {

    /** A doubled event follows within seconds, so it is looked for among so many. */
    private static final int WINDOW = 4_000;

    private final List<Told> told = new ArrayList<>();
    private final Set<HomeEvent> latest = new HashSet<>();

    @Override
    public void accept(HomeEvent event, TrueCause cause) {
        if (!latest.add(event)) {
            return;
        }
        told.add(new Told(event, cause));
        if (told.size() > WINDOW) {
            latest.remove(told.get(told.size() - 1 - WINDOW).event());
        }
    }

    /** Everything in the order in which a history is read. */
    List<Told> inOrder() {
        return IntStream.range(0, told.size())
                .mapToObj(place -> new Placed(
                        told.get(place),
                        new Sequenced(place + 1, told.get(place).event())))
                .sorted(Comparator.comparing(Placed::sequenced, HistoryReader.OLDEST_FIRST))
                .map(Placed::told)
                .toList();
    }

    private record Placed(Told told, Sequenced sequenced) {}
}
