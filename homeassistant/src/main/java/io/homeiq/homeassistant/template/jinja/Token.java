package io.homeiq.homeassistant.template.jinja;

/**
 * A part of a template's text.
 *
 * @param text the text itself; of {@link Kind#STRING} what is meant by it
 */
record Token(Kind kind, String text) {

    enum Kind {
        /** What is printed as it stands. */
        DATA,
        VARIABLE_BEGIN,
        VARIABLE_END,
        BLOCK_BEGIN,
        BLOCK_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean isOperator(String sign) {
        return kind == Kind.OPERATOR && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** The token for people. */
    String described() {
        return switch (kind) {
            case END -> "end of template";
            case BLOCK_END -> "end of statement block";
            case VARIABLE_END -> "end of print statement";
            default -> text;
        };
    }
}
