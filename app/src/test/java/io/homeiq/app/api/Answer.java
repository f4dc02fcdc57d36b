package io.homeiq.app.api;

import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a service answered. */
record Answer(int status, MultiMap headers, String text) {

    /** Without its parameters; empty if none was told. */
    String mediaType() {
        String type = headers.get("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isJson() {
        return mediaType().endsWith("json");
    }

    /** Null if it is no JSON. */
    @Nullable
    Object json() {
        try {
            return Json.decodeValue(text);
        } catch (DecodeException e) {
            return null;
        }
    }

    /** Empty if it is no object. */
    JsonObject object() {
        return isJson() && json() instanceof JsonObject object ? object : new JsonObject();
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** As much as helps to find a fault. */
    @Override
    public String toString() {
        return status + " " + mediaType() + " " + text.substring(0, Math.min(text.length(), 250));
    }
}
