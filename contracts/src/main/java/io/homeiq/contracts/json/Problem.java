package io.homeiq.contracts.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells in one short line what is wrong with a document: the path to the place, then the reason. */
final class Problem {

    /** Foreign text may be part of a reason, so it is cut. In characters. */
    static final int MAX_LENGTH = 400;

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:java|io\\.homeiq|com\\.fasterxml)(?:\\.[a-z]+)*\\.");
    private static final Pattern MISSING = Pattern.compile("Missing required creator property '.*' \\(index \\d+\\)");

    /** What Jackson adds for its own users: settings to change, and where its source was. */
    private static final Pattern ASIDE = Pattern.compile(
            " \\(start marker at \\[.*]\\)| \\(but [^)]*\\)| \\(for POJO property [^)]*\\)|: (?:disable|not allowed as per) `?Deserialization.*$");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Problem() {}

    static String describe(IOException problem) {
        String place = problem instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
        return brief(place + reason(problem));
    }

    /** One line, bounded, without control characters. */
    static String brief(String text) {
        String line = UNPRINTABLE.matcher(text).replaceAll(" ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    private static String reason(IOException problem) {
        if (problem instanceof ValueInstantiationException
                && problem.getCause() instanceof IllegalArgumentException cause) {
            return String.valueOf(cause.getMessage());
        }
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "is not known here; there are " + knownTo(unknown);
        }
        if (problem instanceof JsonParseException parse) {
            return plain(parse.getOriginalMessage()) + position(parse.getLocation());
        }
        String message =
                problem instanceof JsonProcessingException json ? json.getOriginalMessage() : problem.getMessage();
        return plain(String.valueOf(message));
    }

    private static String knownTo(UnrecognizedPropertyException problem) {
        return problem.getKnownPropertyIds() == null
                ? "no fields"
                : problem.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String plain(String message) {
        String ours = PACKAGE.matcher(message).replaceAll("");
        return ASIDE.matcher(MISSING.matcher(ours).replaceAll("is missing")).replaceAll("");
    }

    private static String position(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.isEmpty() ? "" : text.append(": ").toString();
    }
}
