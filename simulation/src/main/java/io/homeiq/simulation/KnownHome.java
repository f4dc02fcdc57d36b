package io.homeiq.simulation;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.Automation;
import java.util.List;

/** A home made up from a seed, of which the truth is known. The same home tells the same each time. */
public interface KnownHome {

    HomeRegistry registry();

    /** Those that the people of the home have set up already. */
    List<Automation> automations();

    /** The events as a log holds them, mostly in order of time, with the cause of each. */
    void events(TruthSink sink);

    /** The whole truth; it holds a reference for each event, 8 MB for a million. */
    Truth truth();
}
