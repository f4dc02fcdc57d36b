package io.homeiq.service.http;

import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as an endpoint wants to see it: what cannot be understood ends in a {@link ProblemException} that names the parameter, what it
 * was, and what it must be. An empty parameter counts as none.
 */
public final class Request {

    /** A value from outside is repeated in a problem up to this length, in characters. */
    private static final int MAX_ECHO = 100;

    private final RoutingContext context;
    private final WireJson json;
    private final Buffer body;

    Request(RoutingContext context, WireJson json, Buffer body) {
        this.context = context;
        this.json = json;
        this.body = body;
    }

    /** What stands in the path for this name, decoded. */
    public String path(String name) {
        String value = context.pathParam(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no {" + name + "}");
        }
        return value;
    }

    /** A query parameter; the first if it is there more than once. */
    public @Nullable String text(String name) {
        String value = query().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** All values of a query parameter that may be repeated or hold several, separated by commas. */
    public List<String> texts(String name) {
        return query().getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A whole number within these bounds. */
    public long number(String name, long fallback, long least, long most) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, value, "a whole number from " + least + " to " + most);
        }
        throw invalid(name, value, "a whole number from " + least + " to " + most);
    }

    /** As {@link #number}, for small numbers. */
    public int integer(String name, int fallback, int least, int most) {
        return Math.toIntExact(number(name, fallback, least, most));
    }

    /** A number within these bounds; null if it is not there. */
    public @Nullable Double real(String name, double least, double most) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        String must = "a number from " + least + " to " + most;
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, value, must);
        }
        throw invalid(name, value, must);
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean fallback) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid(name, value, "true or false");
        };
    }

    /** One of these words, without regard to case; null if the parameter is not there. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        E[] all = choices.getEnumConstants();
        return Arrays.stream(all)
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name,
                        value,
                        "one of "
                                + Arrays.stream(all)
                                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** A time in RFC 3339; one without offset counts as UTC; null if it is not there. */
    public @Nullable Instant time(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        Instant time = Times.parse(value);
        if (time == null) {
            throw invalid(name, value, "a time such as 2026-03-01T06:45:00Z");
        }
        return time;
    }

    /** The whole body as JSON, without any field that the type does not know. Only for endpoints that were added with a body. */
    public <T> T body(Class<T> type) {
        try {
            return json.readStrictly(body.getBytes(), type, "the body");
        } catch (WireException e) {
            throw Problem.of(Kind.UNREADABLE_CONTENT, String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    /** The whole body; empty if there is none. Only for endpoints that were added with a body. */
    public Buffer body() {
        return body;
    }

    public @Nullable String header(String name) {
        return context.request().getHeader(name);
    }

    /** Whether the client asked for this format by name in {@code Accept}. */
    public boolean prefers(String mediaType) {
        String accept = header("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains(mediaType);
    }

    /** Tells this request from others in the logs of all services that took part. */
    public String id() {
        return RequestId.of(context);
    }

    /** For endpoints that read the body bit by bit. */
    public HttpServerRequest raw() {
        return context.request();
    }

    /** For endpoints that write the answer bit by bit. */
    public HttpServerResponse response() {
        return context.response();
    }

    /** A problem with a parameter: what it was, and what it must be. */
    public static ProblemException invalid(String parameter, String was, String must) {
        String shown = was.length() <= MAX_ECHO ? was : was.substring(0, MAX_ECHO) + "…";
        return Problem.of(Kind.INVALID_REQUEST, parameter + " must be " + must + ", was: " + shown)
                .with("parameter", parameter)
                .asException();
    }

    private MultiMap query() {
        try {
            return context.queryParams();
        } catch (IllegalArgumentException e) {
            throw Problem.of(Kind.INVALID_REQUEST, "the query of the address is not encoded as it must be")
                    .asException();
        }
    }
}
