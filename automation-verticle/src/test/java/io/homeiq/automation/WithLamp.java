package io.homeiq.automation;

import static io.homeiq.automation.Samples.proven;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.event.SuggestionCreated;
import org.junit.jupiter.api.BeforeEach;

/** One suggestion is open in the service: to switch a lamp. */
abstract class WithLamp extends WithStation {

    static final String SUGGESTION = "sug_lamp";
    static final String AUTOMATION = "homeiq_lamp";

    @BeforeEach
    void propose() {
        station.detected(proven("lamp"));
        untilAnnounced(SuggestionCreated.class, 1);
    }

    JsonNode approve() {
        return station.post("/api/suggestions/" + SUGGESTION + "/approve", "{\"feedback\":\"good idea\"}");
    }

    /** How many versions are kept. */
    int versions() {
        return station.get("/api/deploy/" + AUTOMATION + "/versions")
                .path("count")
                .asInt();
    }
}
