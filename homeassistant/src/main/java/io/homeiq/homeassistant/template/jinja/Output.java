package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.PythonError;
import io.homeiq.homeassistant.template.python.Unsupported;

/** What a template, or a block of it, prints. */
final class Output {

    /** Home Assistant fails a template that prints more characters. */
    static final int MAX_PRINTED = 256 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final boolean inner;

    /** @param inner whether it is the text of a block or macro, which Home Assistant does not bound */
    Output(boolean inner) {
        this.inner = inner;
    }

    void add(String part) {
        text.append(part);
        if (text.length() > MAX_PRINTED) {
            if (inner) {
                throw new Unsupported("a block that prints more than " + MAX_PRINTED + " characters");
            }
            throw new PythonError(
                    PythonError.Kind.TEMPLATE,
                    "Template output exceeded maximum size of " + MAX_PRINTED + " characters");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
