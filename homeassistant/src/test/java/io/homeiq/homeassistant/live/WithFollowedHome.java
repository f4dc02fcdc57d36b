package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.HomeEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Against a real Home Assistant, which the tests of a class share; each has a feed of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithFollowedHome {

    FollowedHome home;

    @BeforeAll
    void start() {
        home = new FollowedHome();
    }

    @AfterEach
    void closeFeeds() {
        home.closeFeeds();
    }

    @AfterAll
    void close() {
        if (home != null) {
            home.close();
        }
    }

    /** What came as it happened, not from the past. */
    static Stream<HomeEvent> live(CollectingListener listener) {
        return listener.got().stream()
                .filter(got -> got.origin() == Origin.LIVE)
                .map(CollectingListener.Got::event);
    }
}
