package io.homeiq.service.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.service.Problem;
import io.homeiq.service.ServiceException;
import io.homeiq.service.ServiceException.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what another service answered. */
final class Answers {

    /** More cannot be meant for one call. In bytes. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** What is told apart from the facts of a problem. */
    private static final Set<String> COMMON = Set.of("type", "title", "status", "detail", "instance", "request_id");

    private final String service;
    private final WireJson json;

    Answers(String service, WireJson json) {
        this.service = service;
        this.json = json;
    }

    static boolean wentWell(HttpClientResponse response) {
        return response.statusCode() >= 200 && response.statusCode() < 300;
    }

    <T> Future<T> read(HttpClientResponse response, Class<T> type) {
        return body(response).compose(body -> {
            if (!wentWell(response)) {
                return Future.failedFuture(refusal(response.statusCode(), body));
            }
            try {
                return Future.succeededFuture(
                        json.read(body.length() == 0 ? "{}".getBytes(US_ASCII) : body.getBytes(), type));
            } catch (WireException e) {
                return Future.failedFuture(bad(String.valueOf(e.getMessage()), e));
            }
        });
    }

    /** Turns an answer that did not go well into the failure that tells why. */
    <T> Future<T> refused(HttpClientResponse response) {
        return body(response).compose(body -> Future.failedFuture(refusal(response.statusCode(), body)));
    }

    private Future<Buffer> body(HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(body));
        response.handler(part -> {
            if (body.length() + part.length() > MAX_BYTES) {
                whole.tryFail(bad("more than " + MAX_BYTES + " bytes", null));
                response.request().connection().close();
            } else {
                body.appendBuffer(part);
            }
        });
        return whole.future();
    }

    private ServiceException refusal(int status, Buffer body) {
        Problem problem = problem(status, body);
        return ServiceException.refused(
                "the " + service + " service answered " + status + ": " + problem.detail(), problem);
    }

    private Problem problem(int status, Buffer body) {
        Problem.Kind kind = Problem.Kind.ofStatus(status);
        try {
            JsonNode document = json.read(body.getBytes(), JsonNode.class);
            Problem problem = Problem.of(kind, document.path("detail").asText(kind.title()));
            for (var member : document.properties()) {
                if (!COMMON.contains(member.getKey())) {
                    problem = problem.with(member.getKey(), member.getValue());
                }
            }
            return problem;
        } catch (WireException e) {
            return Problem.of(kind, "status " + status + " without a problem document");
        }
    }

    private ServiceException bad(String what, @Nullable Throwable cause) {
        return new ServiceException(
                Kind.BAD_ANSWER,
                "the " + service + " service answered something that is not understood: " + what,
                cause);
    }
}
