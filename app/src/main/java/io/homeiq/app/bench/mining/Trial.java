package io.homeiq.app.bench.mining;

import java.util.Map;

/** What one process measures of one home. */
interface Trial {

    /** Figures by their names. */
    Map<String, Double> of(MinedHome home) throws Exception;
}
