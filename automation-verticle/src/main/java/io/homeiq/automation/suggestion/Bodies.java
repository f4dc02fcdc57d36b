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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the small bodies of this service, in which everything may be left out. Safe to share between threads. */
final class Bodies {

    private final ObjectMapper mapper;

    Bodies(WireJson json) {
        this.mapper = json.mapper();
    }

    /** The text in this field; null if there is none, or no body at all. */
    @Nullable
    String text(Request request, String field) {
        JsonNode value = object(request).path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Request.invalid(field, value.toString(), "text");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    /** The texts in this field, each once; it must be there. */
    List<String> texts(Request request, String field, int most) {
        JsonNode value = object(request).path(field);
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

    private JsonNode object(Request request) {
        Buffer body = request.body();
        if (body.length() == 0) {
            return mapper.createObjectNode();
        }
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw invalid("the body must be a JSON object, such as {}");
        }
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

    private static ProblemException invalid(String detail) {
        return Problem.of(Kind.INVALID_REQUEST, detail).asException();
    }
}
