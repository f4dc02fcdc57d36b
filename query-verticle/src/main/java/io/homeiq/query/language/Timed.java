package io.homeiq.query.language;

import io.homeiq.query.language.TimePart.Unclear;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with what it says of time taken out.
 *
 * @param rest the other words, with a comma where something was taken out
 * @param spans what was taken out, in the order in which it was said
 */
record Timed(List<String> rest, List<Span> spans) {

    /**
     * Words about time.
     *
     * @param from of the first word in the sentence
     * @param to after the last word
     */
    record Span(int from, int to, List<TimePart> parts) {

        Span {
            parts = List.copyOf(parts);
        }
    }

    Timed {
        rest = List.copyOf(rest);
        spans = List.copyOf(spans);
    }

    List<TimePart> parts() {
        return spans.stream().flatMap(span -> span.parts().stream()).toList();
    }

    <T extends TimePart> List<T> all(Class<T> type) {
        return parts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Why the time cannot be taken; empty if it can. */
    Optional<String> unclear() {
        return all(Unclear.class).stream().findFirst().map(Unclear::reason);
    }
}
