package io.homeiq.simulation.house;

import java.text.Normalizer;
import java.util.Locale;

/** Names as Home Assistant turns them into entity ids. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
    }
}
