package io.homeiq.query.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, as it was said.
 *
 * @param target the words for what it is done to
 * @param value a share in percent or degrees, whichever the thing takes; null: none was said
 */
record Deed(Verb verb, List<String> target, @Nullable Double value) {

    Deed {
        target = List.copyOf(target);
    }
}
