package io.homeiq.replay.template;

import org.jspecify.annotations.Nullable;

/** What one evaluation of a template gave. */
public sealed interface Rendered {

    /** What was looked at on the way, also if it failed. */
    Reads reads();

    /**
     * It was rendered.
     *
     * @param value the text as a native value where Home Assistant makes it one ({@code parse_result}), else the text
     * @param text the text without surrounding blanks
     */
    record Value(@Nullable Object value, String text, Reads reads) implements Rendered {}

    /**
     * Home Assistant raises a {@code TemplateError}.
     *
     * @param message in its words where that is cheap, for people only
     */
    record Failed(String message, Reads reads) implements Rendered {}

    /**
     * It reached something that we cannot evaluate; what Home Assistant makes of it is not known.
     *
     * @param name the function, filter, test or attribute, as people write it
     */
    record Unsupported(String name, Reads reads) implements Rendered {}
}
