package io.homeiq.automation.wording;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.automation.wording.LanguageModelException.Kind;
import io.homeiq.contracts.json.WireException;
import io.homeiq.contracts.json.WireJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A model behind OpenAI's interface {@code POST /chat/completions}, which most servers of models offer. */
public final class OpenAiModel implements LanguageModel {

    /** An answer of a title and a few sentences is far smaller. */
    static final int MAX_ANSWER_BYTES = 64 * 1024;

    /** Enough for the longest wording that is taken. */
    private static final int MAX_TOKENS = 400;

    private static final int CONNECT_MILLIS = 5_000;
    private static final double LITTLE_FANCY = 0.3;

    private static final String TASK = """
            You polish the title and the description of a suggested home automation so that they read well. \
            Keep every number, time, name and direction exactly; add no fact, no advice and no promise. \
            Plain text in the same language, without marks. Answer as JSON with "title" and "description".""";

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> SHAPE = Map.of(
            "type",
            "json_schema",
            "json_schema",
            Map.of(
                    "name",
                    "wording",
                    "strict",
                    true,
                    "schema",
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of("title", TEXT, "description", TEXT),
                            "required",
                            List.of("title", "description"),
                            "additionalProperties",
                            false)));

    private final RephrasingSettings settings;
    private final WireJson json;
    private final HttpClient client;

    public OpenAiModel(Vertx vertx, RephrasingSettings settings, WireJson json) {
        this.settings = settings;
        this.json = json;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS), new PoolOptions().setHttp1MaxSize(1));
    }

    @Override
    public String name() {
        return settings.model();
    }

    @Override
    public Future<Told> rephrase(Wording ours) {
        RequestOptions asking = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address())
                .putHeader("Content-Type", "application/json");
        if (!settings.apiKey().isEmpty()) {
            asking.putHeader("Authorization", "Bearer " + settings.apiKey());
        }
        return client.request(asking)
                .compose(request -> request.send(Buffer.buffer(json.toBytes(question(ours))))
                        .compose(this::answer)
                        .timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(late -> request.reset()))
                .recover(failure ->
                        Future.failedFuture(failure instanceof LanguageModelException known ? known : silent(failure)));
    }

    private String address() {
        String base = settings.baseUrl().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/chat/completions";
    }

    private Map<String, Object> question(Wording ours) {
        return Map.of(
                "model",
                settings.model(),
                "temperature",
                LITTLE_FANCY,
                "max_tokens",
                MAX_TOKENS,
                "response_format",
                SHAPE,
                "messages",
                List.of(
                        Map.of("role", "system", "content", TASK),
                        Map.of(
                                "role",
                                "user",
                                "content",
                                json.toText(Map.of("title", ours.title(), "description", ours.description())))));
    }

    private Future<Told> answer(HttpClientResponse response) {
        return new BoundedAnswer(response, MAX_ANSWER_BYTES).read().map(body -> switch (response.statusCode()) {
            case 200 -> told(body);
            case 401, 403, 404, 400, 422 ->
                throw new LanguageModelException(
                        Kind.REFUSED,
                        "the model " + settings + " refuses (" + response.statusCode()
                                + "): check OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL",
                        0);
            case 429 ->
                throw new LanguageModelException(
                        Kind.BUSY, "the model " + settings + " takes no more for now (429)", 0);
            default ->
                throw new LanguageModelException(
                        Kind.FAULT, "the model " + settings + " failed (" + response.statusCode() + ")", 0);
        });
    }

    private Told told(Buffer body) {
        JsonNode answer = tree(body.toString(), 0);
        long tokens = Math.max(0, answer.path("usage").path("total_tokens").asLong());
        JsonNode wording = tree(answer.at("/choices/0/message/content").asText(), tokens);
        String title = wording.path("title").asText().strip();
        String description = wording.path("description").asText().strip();
        if (title.isEmpty()) {
            throw unreadable(tokens);
        }
        return new Told(new Wording(title, description), tokens);
    }

    private JsonNode tree(String text, long tokens) {
        try {
            return json.read(text, JsonNode.class);
        } catch (WireException e) {
            throw unreadable(tokens);
        }
    }

    private LanguageModelException unreadable(long tokens) {
        return new LanguageModelException(
                Kind.UNREADABLE, "the model " + settings + " did not answer in the form asked for", tokens);
    }

    private LanguageModelException silent(Throwable failure) {
        return new LanguageModelException(
                Kind.SILENT,
                "the model " + settings + " gives no answer: "
                        + failure.getClass().getSimpleName(),
                0);
    }

    @Override
    public Future<Void> close() {
        return client.close();
    }
}
