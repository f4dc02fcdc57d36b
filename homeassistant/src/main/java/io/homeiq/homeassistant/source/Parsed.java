package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;

/** What one line came to. */
public sealed interface Parsed {

    /**
     * An event of the home's history.
     *
     * @param seq the place in the log that the line told, as the Data API's lines do; 0 if it told none
     */
    record Happened(HomeEvent event, long seq) implements Parsed {}

    /**
     * Nothing that belongs to the history.
     *
     * @param reason in a few words, one of few, so that it can be counted by
     */
    record Skipped(String reason) implements Parsed {}
}
