package io.homeiq.automation.suggestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ProblemException;
import io.homeiq.service.http.Request;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the small bodies of this service, in which everything may be left out. Safe to share between threads. */
final class Bodies {

    /** A name from outside is repeated up to this length, in characters. */
    private static final int MAX_ECHO = 100;

    private final ObjectMapper mapper;

    Bodies(WireJson json) {
        this.mapper = json.mapper();
    }

    /**
     * The text in this field; null if there is none, or no body at all.
     *
     * @param beside other fields that may be there; any more are refused
     */
    @Nullable
    String text(Request request, String field, String... beside) {
        JsonNode value = object(request, field, beside).path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Request.invalid(field, value.toString(), "text");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    /**
     * Whether the owner agrees to what the safety check asks about.
     *
     * @param beside other fields that may be there; any more are refused
     */
    Consent consent(Request request, String... beside) {
        JsonNode value = object(request, "consent", beside).path("consent");
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw Request.invalid("consent", value.toString(), "true or false");
        }
        return Consent.of(value.asBoolean(false));
    }

    /**
     * The texts in this field, each once; it must be there.
     *
     * @param beside other fields that may be there; any more are refused
     */
    List<String> texts(Request request, String field, int most, String... beside) {
        JsonNode value = object(request, field, beside).path(field);
        String must = "a list of 1 to " + most + " ids";
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            throw Request.invalid(field, value.isArray() ? value.size() + " members" : "none", must);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode member : value) {
            if (!member.isTextual()) {
                throw Request.invalid(field, member.toString(), must);
            }
            if (!texts.contains(member.textValue())) {
                texts.add(member.textValue());
            }
        }
        return texts;
    }

    private JsonNode object(Request request, String field, String... beside) {
        Buffer body = request.body();
        if (body.length() == 0) {
            return mapper.createObjectNode();
        }
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw invalid("the body must be a JSON object, such as {}");
        }
        Set<String> known = new TreeSet<>(Arrays.asList(beside));
        known.add(field);
        tree.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
        });
        return tree;
    }

    private JsonNode tree(Buffer body) {
        try {
            JsonNode tree = mapper.readTree(body.toString(StandardCharsets.UTF_8));
            return tree == null ? mapper.missingNode() : tree;
        } catch (JsonProcessingException e) {
            throw invalid("the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private static ProblemException unknown(String field, Set<String> known) {
        String shown = field.length() <= MAX_ECHO ? field : field.substring(0, MAX_ECHO) + "…";
        return Problem.of(
                        Kind.INVALID_REQUEST,
                        "the field " + shown + " is not known here; there are " + String.join(", ", known))
                .with("parameter", shown)
                .asException();
    }

    private static ProblemException invalid(String detail) {
        return Problem.of(Kind.INVALID_REQUEST, detail).asException();
    }
}
