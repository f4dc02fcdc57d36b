package io.homeiq.data.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object that somebody sent: what is unknown or of a wrong type is the problem UNREADABLE_CONTENT that names the field. */
final class BodyFields {

    /** A text in a body, in characters. */
    private static final int MAX_TEXT = 255;

    private static final int MAX_ECHO = 100;

    private final JsonNode body;

    /** @param known all that may be there; a field that is missing or null was not given */
    BodyFields(JsonNode body, Set<String> known) {
        if (!body.isObject()) {
            throw Problem.of(Kind.UNREADABLE_CONTENT, "the body must be a JSON object, such as {}")
                    .asException();
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw invalid(
                        name,
                        "is unknown; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
        this.body = body;
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        return value == null ? null : text(name, value, "must be a text");
    }

    private static String text(String name, JsonNode value, String must) {
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > MAX_TEXT) {
            throw invalid(name, must + " of 1 to " + MAX_TEXT + " characters, was: " + value);
        }
        return value.textValue().strip();
    }

    /** Empty if it was not given; an empty list counts as none. */
    List<String> texts(String name, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        String must = "must be a list of at most " + most + " texts";
        if (!value.isArray() || value.size() > most) {
            throw invalid(name, must + ", was: " + (value.isArray() ? value.size() + " members" : value));
        }
        List<String> texts = new ArrayList<>();
        value.forEach(member -> texts.add(text(name, member, must)));
        return texts;
    }

    int number(String name, int otherwise, int least, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.intValue() < least
                || value.intValue() > most) {
            throw invalid(name, "must be a whole number from " + least + " to " + most + ", was: " + value);
        }
        return value.intValue();
    }

    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid(name, "must be a time such as 2026-03-01T06:45:00Z, was: " + text);
        }
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = body.path(name);
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    static ProblemException invalid(String name, String complaint) {
        String shown = complaint.length() <= 3 * MAX_ECHO ? complaint : complaint.substring(0, 3 * MAX_ECHO) + "…";
        String field = name.length() <= MAX_ECHO ? name : name.substring(0, MAX_ECHO) + "…";
        return Problem.of(Kind.UNREADABLE_CONTENT, field + " " + shown)
                .with("parameter", field)
                .asException();
    }
}
