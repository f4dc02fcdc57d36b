package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Arithmetic;
import io.homeiq.homeassistant.template.python.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads expressions: from {@code a if b else c} down to a sign before a value. What stands below is {@link ValueParser}'s. */
final class ExpressionParser {

    /** Deeper expressions are named as unsupported. */
    private static final int MAX_DEPTH = 150;

    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final Map<String, Arithmetic> SUMS = Map.of("+", Arithmetic.ADD, "-", Arithmetic.SUBTRACT);
    private static final Map<String, Arithmetic> PRODUCTS = Map.of(
            "*", Arithmetic.MULTIPLY,
            "/", Arithmetic.DIVIDE,
            "//", Arithmetic.FLOOR_DIVIDE,
            "%", Arithmetic.MODULO);

    private final TokenStream tokens;
    private final ValueParser values;
    private int depth;

    ExpressionParser(TokenStream tokens, Library library) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens, library, this);
    }

    ValueParser values() {
        return values;
    }

    Expression expression() {
        if (++depth > MAX_DEPTH) {
            throw new Unsupported("expressions nested deeper than " + MAX_DEPTH);
        }
        var first = choice();
        depth--;
        return first;
    }

    private Expression choice() {
        var value = withoutChoice();
        while (tokens.skipName("if")) {
            var soft = values.calls().soften(true);
            var condition = withoutChoice();
            var otherwise = tokens.skipName("else") ? choice() : null;
            values.calls().soften(soft);
            value = new Operators.Choice(condition, value, otherwise);
        }
        return value;
    }

    Expression withoutChoice() {
        var left = and();
        while (tokens.skipName("or")) {
            left = new Operators.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        var left = not();
        while (tokens.skipName("and")) {
            left = new Operators.And(left, not());
        }
        return left;
    }

    private Expression not() {
        var count = 0;
        while (tokens.skipName("not")) {
            count++;
        }
        var operand = compared();
        for (var i = 0; i < count; i++) {
            operand = new Operators.Not(operand);
        }
        return operand;
    }

    private Expression compared() {
        var first = sum();
        var steps = new ArrayList<Operators.Step>();
        while (true) {
            var token = tokens.current();
            if (token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.text())) {
                tokens.next();
                steps.add(new Operators.Step(token.text(), sum()));
            } else if (tokens.skipName("in")) {
                steps.add(new Operators.Step("in", sum()));
            } else if (token.isName("not") && tokens.ahead().isName("in")) {
                tokens.next();
                tokens.next();
                steps.add(new Operators.Step("not in", sum()));
            } else {
                return steps.isEmpty() ? first : new Operators.Compared(first, List.copyOf(steps));
            }
        }
    }

    private Expression sum() {
        var left = joined();
        for (var sign = sign(SUMS); sign != null; sign = sign(SUMS)) {
            left = new Operators.Calculated(sign, left, joined());
        }
        return left;
    }

    private Expression joined() {
        var parts = new ArrayList<Expression>();
        do {
            parts.add(product());
        } while (tokens.skipOperator("~"));
        return parts.size() == 1 ? parts.get(0) : new Literals.Joined(List.copyOf(parts));
    }

    private Expression product() {
        var left = power();
        for (var sign = sign(PRODUCTS); sign != null; sign = sign(PRODUCTS)) {
            left = new Operators.Calculated(sign, left, power());
        }
        return left;
    }

    private Expression power() {
        var left = signed(true);
        while (tokens.skipOperator("**")) {
            left = new Operators.Calculated(Arithmetic.POWER, left, signed(true));
        }
        return left;
    }

    private Expression signed(boolean withFilters) {
        if (++depth > MAX_DEPTH) {
            throw new Unsupported("expressions nested deeper than " + MAX_DEPTH);
        }
        var negative = tokens.current().isOperator("-");
        var value = negative || tokens.current().isOperator("+") ? operand(negative) : values.primary();
        value = values.postfix(value);
        depth--;
        return withFilters ? values.calls().filters(value) : value;
    }

    private Expression operand(boolean negative) {
        tokens.next();
        return new Operators.Signed(negative, signed(false));
    }

    private @Nullable Arithmetic sign(Map<String, Arithmetic> signs) {
        if (tokens.current().kind() != Token.Kind.OPERATOR) {
            return null;
        }
        var sign = signs.get(tokens.current().text());
        if (sign != null) {
            tokens.next();
        }
        return sign;
    }
}
