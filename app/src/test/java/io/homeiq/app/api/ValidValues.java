package io.homeiq.app.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up values that a schema allows, at its bounds more often than chance would have it. */
final class ValidValues {

    private static final long USUAL_MOST = 20;
    private static final Instant SOME_TIME = Instant.parse("2026-01-20T00:00:00Z");
    private static final int SOME_SECONDS = 40 * 86_400;
    private static final List<String> ENTITIES = List.of("light.hall", "binary_sensor.bath_motion", "person.ann");
    private static final List<String> WORDS =
            List.of("hall", "turn on the light in the kitchen at 7", "Wohnzimmer", "what is on", "é 灯 🙂", "x");

    private final RandomGenerator random;

    ValidValues(RandomGenerator random) {
        this.random = random;
    }

    /** A value for JSON; null only inside of objects, where a schema allows it. */
    Object of(OpenApiDocument document, JsonObject given) {
        JsonObject schema = document.resolve(given);
        if (schema.containsKey("enum")) {
            JsonArray choices = schema.getJsonArray("enum");
            Object chosen = choices.getValue(random.nextInt(choices.size()));
            return chosen == null ? choices.getValue(0) : chosen;
        }
        return switch (typeOf(schema)) {
            case "integer" -> number(schema);
            case "number" -> random.nextInt(4) == 0 ? (double) random.nextInt(2) : random.nextDouble();
            case "boolean" -> random.nextBoolean();
            case "array" -> array(document, schema);
            case "object" -> object(document, schema);
            default -> text(schema);
        };
    }

    private static String typeOf(JsonObject schema) {
        Object type = schema.getValue("type");
        return String.valueOf(type instanceof JsonArray types ? types.getValue(0) : type);
    }

    private long number(JsonObject schema) {
        long least = schema.getLong("minimum", 0L);
        long most = schema.getLong("maximum", Long.MAX_VALUE);
        return switch (random.nextInt(20)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, least + random.nextLong(USUAL_MOST));
        };
    }

    private String text(JsonObject schema) {
        if ("date-time".equals(schema.getString("format"))) {
            return SOME_TIME.plusSeconds(random.nextInt(SOME_SECONDS)).toString();
        }
        if (schema.containsKey("pattern")) {
            return ENTITIES.get(random.nextInt(ENTITIES.size()));
        }
        int most = schema.getInteger("maxLength", 0);
        boolean isLong = most > 0 && random.nextInt(10) == 0;
        return isLong ? "a".repeat(most) : WORDS.get(random.nextInt(WORDS.size()));
    }

    private JsonArray array(OpenApiDocument document, JsonObject schema) {
        JsonArray members = new JsonArray();
        JsonObject member = schema.getJsonObject("items", new JsonObject().put("type", "string"));
        int least = schema.getInteger("minItems", 0);
        for (int left = least + random.nextInt(3); left > 0; left--) {
            members.add(of(document, member));
        }
        return members;
    }

    private JsonObject object(OpenApiDocument document, JsonObject schema) {
        JsonObject made = new JsonObject();
        JsonObject fields = schema.getJsonObject("properties", new JsonObject());
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        for (String name : fields.fieldNames()) {
            if (required.contains(name) || random.nextInt(3) == 0) {
                made.put(name, of(document, fields.getJsonObject(name)));
            }
        }
        return made;
    }
}
