package io.homeiq.app.api;

import io.vertx.core.json.JsonObject;

/**
 * Something that an operation takes beside its body.
 *
 * @param in {@code query}, {@code path} or {@code header}
 * @param schema with references that lead into its document
 */
record Parameter(String name, String in, boolean required, JsonObject schema) {

    static Parameter of(JsonObject described) {
        return new Parameter(
                described.getString("name"),
                described.getString("in"),
                described.getBoolean("required", false),
                described.getJsonObject("schema"));
    }

    boolean isIn(String place) {
        return in.equals(place);
    }
}
