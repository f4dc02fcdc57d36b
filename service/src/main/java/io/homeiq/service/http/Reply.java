package io.homeiq.service.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that went well.
 *
 * @param status from 200 to 299
 * @param body a value that is written as JSON, a {@link Buffer} that is sent as it is, or a {@link StreamBody}
 * @param headers by name; without {@code Content-Type} it is JSON
 */
public record Reply(int status, Object body, Map<String, String> headers) {

    private static final Buffer NOTHING = Buffer.buffer();

    public Reply {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("a reply's status must be 200 to 299, was: " + status);
        }
        headers = Map.copyOf(headers);
    }

    /** Status 200 with JSON. */
    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    /** Status 201 with JSON and the address of what was made. */
    public static Reply created(Object body, String location) {
        return new Reply(201, body, Map.of("Location", location));
    }

    /** Status 202 with JSON and the address at which the progress can be seen. */
    public static Reply accepted(Object body, String location) {
        return new Reply(202, body, Map.of("Location", location));
    }

    /** Status 204 without a body. */
    public static Reply nothing() {
        return new Reply(204, NOTHING, Map.of());
    }

    /** Status 200 with text of another format than JSON. */
    public static Reply text(String contentType, String text) {
        return new Reply(200, Buffer.buffer(text), Map.of("Content-Type", contentType));
    }

    /** Status 200 with something long in another format than JSON. */
    public static Reply stream(String contentType, StreamBody body) {
        return new Reply(200, body, Map.of("Content-Type", contentType));
    }

    /** The same with one more header. */
    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more);
    }
}
