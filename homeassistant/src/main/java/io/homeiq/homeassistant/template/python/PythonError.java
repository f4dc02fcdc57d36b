package io.homeiq.homeassistant.template.python;

/** What Python raises. Home Assistant fails the template with it, unless a function catches its kind. */
public final class PythonError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    public PythonError(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** Python's classes of errors, as far as anybody tells them apart. */
    public enum Kind {
        TYPE("TypeError"),
        VALUE("ValueError"),
        OVERFLOW("OverflowError"),
        ZERO_DIVISION("ZeroDivisionError"),
        LOOKUP("LookupError"),
        UNDEFINED("UndefinedError"),
        SECURITY("SecurityError"),
        ASSERTION("AssertionError"),
        RUNTIME("RuntimeError"),
        TEMPLATE("TemplateError");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    public static PythonError type(String message) {
        return new PythonError(Kind.TYPE, message);
    }

    public static PythonError value(String message) {
        return new PythonError(Kind.VALUE, message);
    }

    public static PythonError overflow(String message) {
        return new PythonError(Kind.OVERFLOW, message);
    }

    public static PythonError zeroDivision(String message) {
        return new PythonError(Kind.ZERO_DIVISION, message);
    }

    public static PythonError lookup(String message) {
        return new PythonError(Kind.LOOKUP, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it is one of the errors that conversions of Home Assistant answer with their default. */
    public boolean isConversion() {
        return kind == Kind.TYPE || kind == Kind.VALUE || kind == Kind.OVERFLOW;
    }

    /** The error as Home Assistant tells it: class and message. */
    public String told() {
        return kind.name + ": " + getMessage();
    }
}
