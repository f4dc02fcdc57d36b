package io.homeiq.data.imports;

import io.homeiq.contracts.event.HistoryImported;
import io.homeiq.service.Problem;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far an import is. */
public sealed interface ImportState {

    /** Received; others are read before it. */
    record Waiting() implements ImportState {}

    /**
     * Being read.
     *
     * @param events handed to the log so far
     * @param added of these, the ones that were new and are safe
     * @param duplicates of these, the ones that were known already
     */
    record Reading(long events, long added, long duplicates) implements ImportState {}

    /**
     * Read to its end.
     *
     * @param skipped how many rows were left out, by reason
     */
    record Done(HistoryImported numbers, SortedMap<String, Long> skipped) implements ImportState {

        public Done {
            skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        }
    }

    /**
     * Could not be read on; what was added before stays.
     *
     * @param problem what was wrong, where, and the cure
     */
    record Failed(Problem problem, long added, long duplicates) implements ImportState {}
}
