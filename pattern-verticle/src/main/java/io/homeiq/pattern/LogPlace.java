package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.homeassistant.source.HomeEventJson;
import io.homeiq.homeassistant.source.Parsed;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.util.Objects;

/**
 * An event by which a log is known again, in the form in which it is kept. The number alone tells nothing: a log that was
 * deleted and filled anew counts from one as well.
 */
final class LogPlace {

    private LogPlace() {}

    /** Whether both are the same event at the same place; attributes aside, which sources round. */
    static boolean isSame(Sequenced one, Sequenced other) {
        HomeEvent event = one.event();
        HomeEvent there = other.event();
        return one.seq() == other.seq()
                && event.getClass() == there.getClass()
                && event.time().equals(there.time())
                && event.context().equals(there.context())
                && (!(event instanceof StateChange change && there instanceof StateChange same)
                        || change.entityId().equals(same.entityId()) && Objects.equals(change.after(), same.after()));
    }

    static void write(Sequenced event, MemoryWriter out) throws IOException {
        out.text(new HomeEventJson().write(event));
    }

    static Sequenced read(MemoryReader in) throws IOException {
        if (new HomeEventJson().parse(in.text()) instanceof Parsed.Happened happened && happened.seq() > 0) {
            return new Sequenced(happened.seq(), happened.event());
        }
        throw MemoryReader.broken("an event that is none");
    }
}
