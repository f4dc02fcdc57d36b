package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.contracts.rule.Automation;
import java.util.List;

/** What is known of a home before its events are read: its parts, what its automations do, what was found before. */
record KnownHome(HomeRegistry registry, List<Automation> automations, List<Pattern> patterns) {

    KnownHome {
        automations = List.copyOf(automations);
        patterns = List.copyOf(patterns);
    }
}
