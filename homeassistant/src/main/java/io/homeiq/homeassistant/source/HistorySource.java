package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;
import java.util.function.Consumer;

/** One file or database with the history of a home. It can be read more than once; each reading starts at the beginning. */
public interface HistorySource {

    /** How people know it: of a file its name without the folders. */
    String name();

    /**
     * Hands over every event of the file, in the order of time up to the delays of the file itself: lines of events may
     * be a minute late, everything else is sorted. Rows that cannot be understood are counted in the report, not handed
     * over. Memory does not grow with the length of the file.
     *
     * @param sink called on the thread of the caller; what it throws ends the reading
     * @throws SourceException if it cannot be read on; the events handed over before stay valid
     */
    SourceReport read(Consumer<HomeEvent> sink);
}
