package io.homeiq.homeassistant.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;

/** Collects one answer up to a size, and turns answers that are no success into faults with Home Assistant's words. */
final class BoundedBody {

    private static final int FIRST_ERROR_STATUS = 300;
    private static final ObjectReader JSON = new ObjectMapper().reader();

    private final HttpClientResponse response;
    private final Faults faults;
    private final String what;
    private final Buffer collected = Buffer.buffer();
    private final Promise<Buffer> done = Promise.promise();

    BoundedBody(HttpClientResponse response, Faults faults, String what) {
        this.response = response;
        this.faults = faults;
        this.what = what;
    }

    Future<Buffer> read() {
        response.handler(this::collect);
        response.exceptionHandler(done::tryFail);
        response.endHandler(end -> finish());
        return done.future();
    }

    private void collect(Buffer part) {
        if (collected.length() + part.length() > HomeAssistantRest.MAX_ANSWER_BYTES) {
            done.tryFail(faults.of(
                    Kind.TOO_LARGE,
                    "answered " + what + " with more than " + HomeAssistantRest.MAX_ANSWER_BYTES + " bytes"));
            response.request().connection().close();
            return;
        }
        collected.appendBuffer(part);
    }

    private void finish() {
        if (response.statusCode() < FIRST_ERROR_STATUS) {
            done.tryComplete(collected);
        } else {
            done.tryFail(faults.status(response.statusCode(), what, explanation()));
        }
    }

    /** Home Assistant explains itself in JSON with a message, or in plain text. */
    private String explanation() {
        try {
            String message = JSON.readTree(collected.getBytes()).path("message").asText("");
            return message.isEmpty() ? collected.toString() : message;
        } catch (IOException e) {
            return collected.toString();
        }
    }
}
