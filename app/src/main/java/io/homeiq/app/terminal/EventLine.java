package io.homeiq.app.terminal;

import io.homeiq.bus.Message;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** An event of the bus as one line. */
public final class EventLine {

    private EventLine() {}

    /** The time, the type and what it is about; or the whole JSON. What is no event is shown as its size. */
    public static String of(Message message, boolean asJson) {
        try {
            JsonObject event = new JsonObject(message.payload());
            return asJson
                    ? event.encode()
                    : event.getString("time", "") + "  "
                            + event.getString("type", message.topic().name()) + "  " + event.getString("subject", "");
        } catch (DecodeException e) {
            return message.topic() + ": " + message.payload().length() + " bytes that are no event";
        }
    }
}
