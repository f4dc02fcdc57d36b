package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.None;
import io.homeiq.homeassistant.template.python.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values, and what hangs on them by a point or in brackets. Calls, filters and tests are {@link CallParser}'s. */
final class ValueParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final CallParser calls;

    ValueParser(TokenStream tokens, Library library, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.calls = new CallParser(tokens, library, this, expressions);
    }

    CallParser calls() {
        return calls;
    }

    Expression primary() {
        var token = tokens.current();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> strings();
            case INTEGER -> integer(tokens.next().text());
            case FLOAT ->
                new Literals.Constant(Double.valueOf(tokens.next().text().replace("_", "")));
            case OPERATOR -> bracket(token.text());
            default -> throw tokens.unexpected("unexpected ");
        };
    }

    private Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Literals.Constant(true);
            case "false", "False" -> new Literals.Constant(false);
            case "none", "None" -> new Literals.Constant(None.NONE);
            default -> {
                tokens.use(name);
                yield new Access.Name(name);
            }
        };
    }

    private Expression strings() {
        var text = new StringBuilder();
        while (tokens.current().kind() == Token.Kind.STRING) {
            text.append(tokens.next().text());
        }
        return new Literals.Constant(text.toString());
    }

    private static Expression integer(String digits) {
        var value = Numbers.parseInteger(digits, 0);
        if (value == null) {
            throw new SyntaxError("an integer of too many digits");
        }
        return new Literals.Constant(value);
    }

    private Expression bracket(String sign) {
        return switch (sign) {
            case "(" -> {
                tokens.next();
                var inner = tuple(true, true);
                tokens.expectOperator(")");
                yield inner;
            }
            case "[" -> {
                tokens.next();
                yield new Literals.ListOf(items("]"));
            }
            case "{" -> {
                tokens.next();
                yield dictionary();
            }
            default -> throw tokens.unexpected("unexpected ");
        };
    }

    private List<Expression> items(String close) {
        var items = new ArrayList<Expression>();
        while (!tokens.skipOperator(close)) {
            if (!items.isEmpty()) {
                tokens.expectOperator(",");
                if (tokens.skipOperator(close)) {
                    break;
                }
            }
            items.add(expressions.expression());
        }
        return List.copyOf(items);
    }

    private Expression dictionary() {
        var keys = new ArrayList<Expression>();
        var values = new ArrayList<Expression>();
        while (!tokens.skipOperator("}")) {
            if (!keys.isEmpty()) {
                tokens.expectOperator(",");
                if (tokens.skipOperator("}")) {
                    break;
                }
            }
            keys.add(expressions.expression());
            tokens.expectOperator(":");
            values.add(expressions.expression());
        }
        return new Literals.DictionaryOf(List.copyOf(keys), List.copyOf(values));
    }

    /**
     * One expression, or several with commas between.
     *
     * @param choices whether {@code a if b else c} may stand there
     * @param brackets whether there are brackets around, so that it may be empty
     */
    Expression tuple(boolean choices, boolean brackets) {
        var items = new ArrayList<Expression>();
        var isTuple = false;
        while (!isTupleEnd()) {
            items.add(choices ? expressions.expression() : expressions.withoutChoice());
            if (!tokens.skipOperator(",")) {
                break;
            }
            isTuple = true;
        }
        if (!isTuple && !items.isEmpty()) {
            return items.get(0);
        }
        if (!isTuple && !brackets) {
            throw tokens.unexpected("Expected an expression, got ");
        }
        return new Literals.TupleOf(List.copyOf(items));
    }

    private boolean isTupleEnd() {
        return switch (tokens.current().kind()) {
            case VARIABLE_END, BLOCK_END -> true;
            default -> tokens.current().isOperator(")") || tokens.current().isName("recursive");
        };
    }

    /** Attributes, items and calls behind a value. */
    Expression postfix(Expression value) {
        var result = value;
        while (true) {
            if (tokens.skipOperator(".")) {
                result = attribute(result);
            } else if (tokens.skipOperator("[")) {
                result = item(result);
            } else if (tokens.current().isOperator("(")) {
                result = new Calls.Call(result, calls.given());
            } else {
                return result;
            }
        }
    }

    private Expression attribute(Expression of) {
        var token = tokens.next();
        return switch (token.kind()) {
            case NAME -> new Access.Attribute(of, token.text());
            case INTEGER -> new Access.Item(of, integer(token.text()));
            default -> throw new SyntaxError("expected name or number");
        };
    }

    private Expression item(Expression of) {
        if (tokens.current().isOperator(":")) {
            return slice(of, null);
        }
        var key = expressions.expression();
        if (tokens.current().isOperator(":")) {
            return slice(of, key);
        }
        if (tokens.skipOperator("]")) {
            return new Access.Item(of, key);
        }
        var keys = new ArrayList<Expression>();
        keys.add(key);
        while (tokens.skipOperator(",")) {
            keys.add(expressions.expression());
        }
        tokens.expectOperator("]");
        return new Access.Item(of, new Literals.TupleOf(List.copyOf(keys)));
    }

    private Expression slice(Expression of, @Nullable Expression from) {
        tokens.expectOperator(":");
        var to = bound();
        var step = tokens.skipOperator(":") ? bound() : null;
        tokens.expectOperator("]");
        return new Access.Slice(of, from, to, step);
    }

    private @Nullable Expression bound() {
        var missing = tokens.current().isOperator(":") || tokens.current().isOperator("]");
        return missing ? null : expressions.expression();
    }
}
