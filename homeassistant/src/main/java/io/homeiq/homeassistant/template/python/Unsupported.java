package io.homeiq.homeassistant.template.python;

/** The template reached something that we do not evaluate, and do not guess. The message is its name for people. */
public final class Unsupported extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unsupported(String name) {
        super(name, null, false, false);
    }

    /** The function, method or behaviour, as people write it. */
    public String name() {
        return String.valueOf(getMessage());
    }
}
