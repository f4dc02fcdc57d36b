package io.homeiq.app.terminal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A text typed by a person, made fit for the path or query of an address. */
public final class PathSegment {

    private PathSegment() {}

    /** Percent-encoded. */
    public static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
