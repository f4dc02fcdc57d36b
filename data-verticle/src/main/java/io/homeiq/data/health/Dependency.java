package io.homeiq.data.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with something that this service leans on.
 *
 * @param message one sentence without secrets
 * @param cure what to do about it; null if it is up
 */
record Dependency(String name, String message, @Nullable String cure) {

    static Dependency up(String name, String message) {
        return new Dependency(name, message, null);
    }

    static Dependency down(String name, String message, String cure) {
        return new Dependency(name, message, cure);
    }

    boolean isUp() {
        return cure == null;
    }

    /** As the API shows it. */
    Map<String, Object> toDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("status", isUp() ? "UP" : "DOWN");
        document.put("message", message);
        if (cure != null) {
            document.put("cure", cure);
        }
        return document;
    }
}
