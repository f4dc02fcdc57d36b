package io.homeiq.homeassistant.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.replay.template.Reads;
import io.homeiq.replay.template.Rendered;
import io.homeiq.replay.template.Templates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Templates with what Home Assistant 2026.11 itself made of them, and the same from ours. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** One line of the file. */
    record Answer(JsonNode line) {

        String template() {
            return line.get("template").textValue();
        }

        Map<String, @Nullable Object> variables() {
            var variables = new LinkedHashMap<String, @Nullable Object>();
            line.path("variables")
                    .properties()
                    .forEach(entry -> variables.put(entry.getKey(), value(entry.getValue())));
            return variables;
        }

        /** What is to come out, in the words of {@link #described}. */
        String expected() {
            if (line.has("refused")) {
                return "refused";
            }
            var reads = " entities " + value(line.path("entities")) + " clock "
                    + line.path("clock").asBoolean();
            return (line.has("error") ? "failed" : "value " + shown(value(line.get("value")))) + reads;
        }

        @Override
        public String toString() {
            return template();
        }
    }

    static Stream<Answer> all() {
        try (var in = Objects.requireNonNull(Answers.class.getResourceAsStream("/template/answers.ndjson"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var answers = new ArrayList<Answer>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(new Answer(JSON.readTree(line)));
            }
            return answers.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ours makes of a template. */
    static String described(Templates templates, Answer answer) {
        return switch (templates.compile(answer.template())) {
            case Templates.Compiled.Refused refused -> "refused";
            case Templates.Compiled.Unsupported unsupported -> "unsupported " + unsupported.name();
            case Templates.Compiled.Ready ready ->
                described(ready.template().render(LittleTemplateHome.with(answer.variables())));
        };
    }

    private static String described(Rendered rendered) {
        return switch (rendered) {
            case Rendered.Value value -> "value " + shown(value.value()) + reads(value.reads());
            case Rendered.Failed failed -> "failed" + reads(failed.reads());
            case Rendered.Unsupported unsupported -> "unsupported " + unsupported.name();
        };
    }

    private static String reads(Reads reads) {
        return " entities " + reads.entities().stream().sorted().toList() + " clock " + reads.clock();
    }

    /** With its class, so that 1, 1.0 and "1" differ. */
    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case List<?> list -> list.stream().map(Answers::shown).toList().toString();
            case Set<?> set ->
                "{"
                        + String.join(
                                ", ", set.stream().map(Answers::shown).sorted().toList()) + "}";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> shown(entry.getKey()) + "=" + shown(entry.getValue()))
                        .toList()
                        .toString();
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }

    static @Nullable Object value(JsonNode node) {
        if (node.isObject() && node.has("$dt")) {
            return OffsetDateTime.parse(node.get("$dt").textValue()).toInstant();
        }
        if (node.isObject() && node.has("$set")) {
            var set = new LinkedHashSet<@Nullable Object>();
            node.get("$set").forEach(item -> set.add(value(item)));
            return set;
        }
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray() || node.isMissingNode()) {
            var list = new ArrayList<@Nullable Object>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
        }
        return node.isNumber()
                ? (Object) node.doubleValue()
                : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }
}
