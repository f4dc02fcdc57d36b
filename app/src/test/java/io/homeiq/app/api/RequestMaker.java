package io.homeiq.app.api;

import io.homeiq.app.api.ApiClient.Sent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes up requests from what a document says: some as they should be, some nearly so, some not at all. The same seed makes the same ones. */
final class RequestMaker {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final List<String> TYPES =
            List.of("text/plain", "application/xml", "application/json; charset=utf-16", "", "application/yaml", "*/*");
    private static final List<String> ACCEPTS =
            List.of("text/html", "*/*", "application/json;q=0.1", "nonsense", NDJSON);

    /** Longer than the longest address. */
    private static final int TOO_LONG = 9_000;

    private final RandomGenerator random;
    private final ValidValues valid;
    private final StrangeValues strange;

    RequestMaker(RandomGenerator random) {
        this.random = random;
        this.valid = new ValidValues(random);
        this.strange = new StrangeValues(random);
    }

    /** @param ids that can stand in the path */
    Sent make(Operation operation, List<String> ids) {
        Map<String, String> headers = headers();
        String uri = path(operation.path(), ids) + query(operation, headers.containsValue(NDJSON));
        return operation.takesBody()
                ? withBody(operation, uri, headers)
                : new Sent(operation.method(), uri, headers, null);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (random.nextInt(20) == 0) {
            headers.put("X-Request-Id", oneIn(2) ? "walk-1" : "a b {};\"");
        }
        if (random.nextInt(20) == 0) {
            headers.put("Accept", ACCEPTS.get(random.nextInt(ACCEPTS.size())));
        }
        if (random.nextInt(50) == 0) {
            headers.put("Prefer", oneIn(2) ? "respond-async" : "wait=0");
        }
        return headers;
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private String path(String template, List<String> ids) {
        if (!template.contains("{")) {
            return template;
        }
        boolean isReal = !ids.isEmpty() && random.nextInt(3) != 0;
        String id = isReal ? ids.get(random.nextInt(ids.size())) : strange.text();
        return template.replaceFirst("\\{[a-z_]+}", encoded(id));
    }

    /** @param bounded whether a stream is asked for, which would otherwise bring everything */
    private String query(Operation operation, boolean bounded) {
        List<String> parts = new ArrayList<>();
        for (Parameter parameter : operation.in("query")) {
            boolean isLimit = bounded && parameter.name().equals("limit");
            boolean isWanted = parameter.required() ? !oneIn(8) : oneIn(3);
            if (isLimit || isWanted) {
                parts.add(parameter.name() + "=" + encoded(isLimit ? "7" : value(operation, parameter)));
            }
            if (oneIn(60)) {
                parts.add(parameter.name() + "=" + encoded(value(operation, parameter)));
            }
        }
        if (oneIn(30)) {
            parts.add(encoded(strange.text()) + "=" + encoded(strange.text()));
        }
        if (oneIn(100)) {
            parts.add("a=%zz");
        }
        if (oneIn(2_000)) {
            parts.add("long=" + "a".repeat(TOO_LONG));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String value(Operation operation, Parameter parameter) {
        if (oneIn(4)) {
            return strange.text();
        }
        Object made = valid.of(operation.document(), parameter.schema());
        return made instanceof JsonArray list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(made);
    }

    private Sent withBody(Operation operation, String uri, Map<String, String> headers) {
        if (!oneIn(40)) {
            String usual = operation.bodies().keySet().iterator().next();
            headers.put("Content-Type", operation.takesJson() ? JSON : usual.replace('*', 'x'));
        } else if (!oneIn(3)) {
            headers.put("Content-Type", TYPES.get(random.nextInt(TYPES.size())));
        }
        return new Sent(operation.method(), uri, headers, oneIn(15) ? null : Buffer.buffer(body(operation)));
    }

    private String body(Operation operation) {
        JsonObject schema = operation.bodies().get(JSON);
        if (schema == null) {
            return strange.text();
        }
        Object made = valid.of(operation.document(), schema);
        if (!(made instanceof JsonObject good)) {
            return String.valueOf(made);
        }
        return switch (random.nextInt(10)) {
            case 0 -> strange.rubbish();
            case 1, 2, 3 -> strange.spoilt(good);
            default -> good.encode();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
