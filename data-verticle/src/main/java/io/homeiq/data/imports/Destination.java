package io.homeiq.data.imports;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.store.history.Appended;
import io.vertx.core.Future;
import java.util.List;

/** Where imported events go. */
public interface Destination {

    /**
     * Stores events in order, all or none.
     *
     * @param source where they come from
     * @return succeeds once they are safe
     */
    Future<Appended> store(List<HomeEvent> events, String source);

    /** Tells others that something was added; once for many. */
    void ringOnce(List<Sequenced> added);
}
