package io.homeiq.replay.automation;

import java.text.Normalizer;
import java.util.Locale;

/** The part of an id that Home Assistant makes of a name. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.isEmpty() ? "unknown" : plain;
    }
}
