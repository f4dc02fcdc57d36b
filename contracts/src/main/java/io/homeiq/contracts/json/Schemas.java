package io.homeiq.contracts.json;

import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;

/** The names of the JSON Schemas, as an event's {@code dataschema} and the schemas' own {@code $id} carry them. */
public final class Schemas {

    /** Goes up when a field changes its meaning or goes away; a new field does not change it. */
    private static final int VERSION = 1;

    private static final String ROOT = "urn:homeiq:schema:";

    private Schemas() {}

    /** For example {@code urn:homeiq:schema:event:pattern.detected:1}; the schema of the event's data. */
    public static String urn(EventType type) {
        return ROOT + "event:" + type.wireName() + ":" + VERSION;
    }

    /** For example {@code urn:homeiq:schema:command:analysis.run:1}. */
    public static String urn(CommandType type) {
        return ROOT + "command:" + type.wireName() + ":" + VERSION;
    }
}
