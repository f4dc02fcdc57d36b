package io.homeiq.service.http;

import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies an endpoint takes.
 *
 * @param mediaTypes in lower case, without parameters; anything else is refused
 * @param maxBytes more is refused
 */
public record BodyRule(List<String> mediaTypes, int maxBytes) {

    /** What almost every endpoint takes. */
    public static final BodyRule JSON = new BodyRule(List.of("application/json"), ServerLimits.MAX_BODY_BYTES);

    public BodyRule {
        mediaTypes = List.copyOf(mediaTypes);
        if (mediaTypes.isEmpty() || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "a body needs a media type and at least one byte, was: " + mediaTypes + ", " + maxBytes);
        }
    }

    /** The whole body; empty if there is none. Fails with the problem if it is not what is taken. */
    Future<Buffer> read(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (!hasBody(headers)) {
            return Future.succeededFuture(Buffer.buffer());
        }
        String type = headers.get("Content-Type");
        if (!mediaTypes.contains(nameOf(type))) {
            return Problem.of(
                            Kind.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type must be " + String.join(" or ", mediaTypes) + ", was: "
                                    + (type == null ? "none" : type))
                    .asFailure();
        }
        return lengthOf(headers.get("Content-Length")) > maxBytes ? tooLarge() : collect(request);
    }

    static boolean hasBody(MultiMap headers) {
        return headers.contains("Transfer-Encoding") || lengthOf(headers.get("Content-Length")) > 0;
    }

    private Future<Buffer> collect(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> whole.tryComplete(body));
        request.handler(part -> {
            if (body.length() + part.length() > maxBytes) {
                request.pause();
                tooLarge().onFailure(whole::tryFail);
            } else {
                body.appendBuffer(part);
            }
        });
        return whole.future();
    }

    private Future<Buffer> tooLarge() {
        return Problem.of(Kind.TOO_LARGE, "the body may have " + maxBytes + " bytes; send less at once")
                .with("max_bytes", maxBytes)
                .asFailure();
    }

    private static String nameOf(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** What the HTTP decoder has let through is a number, or not there. */
    private static long lengthOf(@Nullable String header) {
        return header == null ? 0 : Long.parseLong(header);
    }
}
