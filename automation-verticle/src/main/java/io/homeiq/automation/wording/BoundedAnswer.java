package io.homeiq.automation.wording;

import io.homeiq.automation.wording.LanguageModelException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Reads the body of an answer, of which nobody knows how long it is. */
record BoundedAnswer(HttpClientResponse response, int maxBytes) {

    /** Fails, and breaks the connection off, as soon as there is more than that. */
    Future<Buffer> read() {
        Promise<Buffer> whole = Promise.promise();
        Buffer sofar = Buffer.buffer();
        response.handler(part -> {
                    if (sofar.length() + part.length() > maxBytes) {
                        response.request().reset();
                        whole.tryFail(new LanguageModelException(
                                Kind.UNREADABLE, "the model says more than " + maxBytes + " bytes", 0));
                    } else {
                        sofar.appendBuffer(part);
                    }
                })
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(sofar));
        return whole.future();
    }
}
