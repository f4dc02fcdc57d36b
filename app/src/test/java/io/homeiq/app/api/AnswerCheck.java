package io.homeiq.app.api;

import io.homeiq.service.Problem;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds answers against what is told of them: the status, the format, every field, and the sort of a problem. */
final class AnswerCheck {

    private final SchemaCheck schemas;

    AnswerCheck(OpenApiDocument document) {
        this.schemas = new SchemaCheck(document);
    }

    /** What is not as told; empty if nothing. */
    List<String> faults(Operation operation, Answer answer) {
        JsonObject described = operation.answers().get(answer.status());
        if (described == null) {
            return List.of("the status " + answer.status() + " is not documented");
        }
        JsonObject content = described.getJsonObject("content");
        if (content == null) {
            return answer.text().isEmpty() ? List.of() : List.of("a body is not documented");
        }
        JsonObject media = content.getJsonObject(answer.mediaType());
        if (media == null) {
            return List.of("the content type " + answer.headers().get("Content-Type") + " is not documented");
        }
        List<String> faults = new ArrayList<>();
        if (answer.isJson() && !answer.mediaType().endsWith("ndjson")) {
            Object body = answer.json();
            faults.addAll(
                    body == null
                            ? List.of("the body is no JSON")
                            : schemas.faults(media.getJsonObject("schema"), body));
        }
        faults.addAll(problemFaults(answer));
        return faults;
    }

    private static List<String> problemFaults(Answer answer) {
        boolean isProblem = answer.mediaType().equals(Problem.MEDIA_TYPE);
        if (answer.isGood() || !isProblem) {
            return answer.isGood() && !isProblem ? List.of() : List.of("an error must be a problem document");
        }
        Problem.Kind kind = kind(answer);
        return kind != null
                        && kind.status() == answer.status()
                        && answer.object().getInteger("status") == answer.status()
                ? List.of()
                : List.of("the type of the problem does not fit the status");
    }

    /** The sort of a problem; null if it is none. */
    static Problem.@Nullable Kind kind(Answer answer) {
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> kind.type().equals(answer.object().getString("type")))
                .findFirst()
                .orElse(null);
    }
}
