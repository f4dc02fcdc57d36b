package io.homeiq.store.history;

import io.homeiq.contracts.home.Sequenced;
import java.util.List;

/**
 * What one append did.
 *
 * @param added the events that were new, in the order given, each with its number; numbers have no gaps
 * @param duplicates events that were known already; not stored again
 * @param lastSeq the newest number in the log now; 0 while it is empty
 * @param enriched of the duplicates, those that told something which the stored event lacked (who caused it, attributes,
 *     the state before, microseconds); the stored event has it now and keeps its number
 */
public record Appended(List<Sequenced> added, long duplicates, long lastSeq, long enriched) {

    public Appended {
        added = List.copyOf(added);
    }
}
