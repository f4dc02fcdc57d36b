package io.homeiq.replay;

import java.util.List;

/** What an automation would have done. */
public sealed interface Answer {

    /**
     * It would have lived.
     *
     * @param firings in order of time
     * @param unsupported what of it was not replayed, in plain words
     */
    record Replayed(List<Firing> firings, List<String> unsupported) implements Answer {

        public Replayed {
            firings = List.copyOf(firings);
            unsupported = List.copyOf(unsupported);
        }
    }

    /** Home Assistant would not have loaded it, or it would never come to rest. */
    record Refused(String reason) implements Answer {}
}
