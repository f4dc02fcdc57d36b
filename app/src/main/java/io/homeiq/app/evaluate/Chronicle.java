package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.simulation.TrueCause;
import io.homeiq.simulation.TruthSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** Everything in order of time; equal times in the order of the log. */
    List<Told> inOrder() {
        List<Told> sorted = new ArrayList<>(told);
        sorted.sort(Comparator.comparing(one -> one.event().time()));
        return sorted;
    }
}
