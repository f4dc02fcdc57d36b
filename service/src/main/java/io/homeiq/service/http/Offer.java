package io.homeiq.service.http;

import io.vertx.core.http.HttpMethod;
import java.util.regex.Pattern;

/** A method and a path that a service answers. */
record Offer(HttpMethod method, String path, Pattern pattern) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[a-z_]+}");

    Offer(HttpMethod method, String path) {
        this(method, path, patternOf(path));
    }

    private static Pattern patternOf(String path) {
        StringBuilder regex = new StringBuilder();
        String[] literals = PARAMETER.split(path, -1);
        for (int i = 0; i < literals.length; i++) {
            regex.append(i == 0 ? "" : "[^/]+").append(literals[i].isEmpty() ? "" : Pattern.quote(literals[i]));
        }
        return Pattern.compile(regex.toString());
    }

    boolean matches(String requested) {
        return pattern.matcher(requested).matches();
    }

    @Override
    public String toString() {
        return method.name() + " " + path;
    }
}
