package io.homeiq.homeassistant.template.python;

/**
 * What Jinja gives for a name or attribute that does not exist: an empty text, false, and an error in most other use.
 *
 * @param message what the error says
 */
public record Undefined(String message) {

    /** A name that nobody set. */
    public static Undefined name(String name) {
        return new Undefined("'" + name + "' is undefined");
    }

    /** An attribute or item that {@code of} does not have. */
    public static Undefined attribute(Object of, Object name) {
        var owner = of instanceof None ? "'None'" : "'" + Values.typeName(of) + " object'";
        return new Undefined(owner + " has no attribute '" + name + "'");
    }

    /** The error of an operation that an undefined value does not have. */
    public PythonError error() {
        return new PythonError(PythonError.Kind.UNDEFINED, message);
    }
}
