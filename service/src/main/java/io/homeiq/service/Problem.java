package io.homeiq.service;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done, as a problem document (RFC 9457) tells it. No secrets and no internals: it is shown to whoever asked.
 *
 * @param detail one line that names what, where and the cure
 * @param facts further members of the document, JSON-like, in this order; none may be named as one of RFC 9457
 */
public record Problem(Kind kind, String detail, Map<String, Object> facts) {

    /** The content type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:homeiq:problem:";

    /** The sorts of problems that clients may tell apart: each is one {@code type} with its status. */
    public enum Kind {
        INVALID_REQUEST(400, "The request cannot be understood"),
        UNAUTHORIZED(401, "An API key is needed"),
        NOT_FOUND(404, "There is nothing here"),
        METHOD_NOT_ALLOWED(405, "This cannot be done here"),
        CONFLICT(409, "Not in the present state"),
        TOO_LARGE(413, "The body is too large"),
        URI_TOO_LONG(414, "The address is too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body has the wrong format"),
        EXPECTATION_FAILED(417, "The expectation cannot be met"),
        UNREADABLE_CONTENT(422, "The body cannot be understood"),
        TOO_MANY_REQUESTS(429, "Too much at once"),
        HEADERS_TOO_LARGE(431, "The headers are too large"),
        INTERNAL(500, "Something went wrong here"),
        BAD_GATEWAY(502, "A service behind this one failed"),
        UNAVAILABLE(503, "Not available just now"),
        TIMEOUT(504, "It took too long"),
        STORAGE_FULL(507, "The disk is full");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status that goes with it. */
        public int status() {
            return status;
        }

        /** What it means, the same for all problems of the kind. */
        public String title() {
            return title;
        }

        /** The {@code type} of the document. */
        public String type() {
            return TYPE_PREFIX + name().toLowerCase(Locale.ROOT);
        }

        /** The kind that best tells of a status of an error; {@code INVALID_REQUEST} for the rare ones of a client, else {@code INTERNAL}. */
        public static Kind ofStatus(int status) {
            Kind other = status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL;
            return Arrays.stream(values())
                    .filter(kind -> kind.status == status)
                    .findFirst()
                    .orElse(other);
        }
    }

    public Problem {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A problem about which there is nothing more to say. */
    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, Map.of());
    }

    /** The same, with one more member. */
    public Problem with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Problem(kind, detail, more);
    }

    /** The members of the document in their order. */
    public Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", kind.type());
        document.put("title", kind.title());
        document.put("status", kind.status());
        document.put("detail", detail);
        document.putAll(facts);
        return document;
    }

    /** As a failed future. */
    public <T> Future<T> asFailure() {
        return Future.failedFuture(asException());
    }

    /** As an exception, for code that cannot go on. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
