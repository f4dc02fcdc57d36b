package io.homeiq.service;

import java.util.regex.Pattern;

/**
 * Who a service is, as it tells at {@code /}.
 *
 * @param name short and stable, for example {@code data}: also the label of its metrics and the source of its events
 * @param version of the program, for example {@code 0.1.0}
 * @param summary what it can do so far, in a plain sentence
 */
public record About(String name, String version, String summary) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    public About {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a service must match " + NAME + ", was: " + name);
        }
    }
}
