package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Unsupported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads calls, filters and tests. */
final class CallParser {

    private final TokenStream tokens;
    private final Library library;
    private final ValueParser values;
    private final ExpressionParser expressions;
    private boolean soft;

    CallParser(TokenStream tokens, Library library, ValueParser values, ExpressionParser expressions) {
        this.tokens = tokens;
        this.library = library;
        this.values = values;
        this.expressions = expressions;
    }

    /**
     * Within a condition Jinja complains about filters and tests that do not exist only when it comes to them.
     *
     * @return whether it was so before
     */
    boolean soften(boolean now) {
        var before = soft;
        soft = now;
        return before;
    }

    /** The arguments in brackets. */
    Calls.Given given() {
        tokens.expectOperator("(");
        var positional = new ArrayList<Expression>();
        var named = new LinkedHashMap<String, Expression>();
        Expression list = null;
        Expression map = null;
        var first = true;
        while (!tokens.skipOperator(")")) {
            if (!first) {
                tokens.expectOperator(",");
                if (tokens.skipOperator(")")) {
                    break;
                }
            }
            first = false;
            if (tokens.skipOperator("*")) {
                ensure(list == null && map == null);
                list = expressions.expression();
            } else if (tokens.skipOperator("**")) {
                ensure(map == null);
                map = expressions.expression();
            } else if (tokens.current().kind() == Token.Kind.NAME
                    && tokens.ahead().isOperator("=")) {
                ensure(map == null);
                var name = tokens.next().text();
                tokens.next();
                named.put(name, expressions.expression());
            } else {
                ensure(list == null && map == null && named.isEmpty());
                positional.add(expressions.expression());
            }
        }
        return new Calls.Given(List.copyOf(positional), named, list, map);
    }

    private static void ensure(boolean correct) {
        if (!correct) {
            throw new SyntaxError("invalid syntax for function call expression");
        }
    }

    /** Filters, tests and calls behind a value. */
    Expression filters(Expression value) {
        var result = value;
        while (true) {
            if (tokens.skipOperator("|")) {
                result = filter(result);
            } else if (tokens.skipName("is")) {
                result = test(result);
            } else if (tokens.current().isOperator("(")) {
                result = new Calls.Call(result, given());
            } else {
                return result;
            }
        }
    }

    /** @param operand null at the head of a block */
    Calls.Filtered filter(@Nullable Expression operand) {
        var name = dotted();
        var given = tokens.current().isOperator("(") ? given() : Calls.Given.NOTHING;
        var filter = library.filter(name);
        if (filter == null && library.isFilterBeyond(name)) {
            throw new Unsupported("|" + name);
        }
        if (filter == null && !soft) {
            throw new SyntaxError("No filter named '" + name + "'.");
        }
        return new Calls.Filtered(name, filter, operand, given);
    }

    private String dotted() {
        var name = new StringBuilder(tokens.expect(Token.Kind.NAME).text());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expect(Token.Kind.NAME).text());
        }
        return name.toString();
    }

    private Expression test(Expression operand) {
        var negated = tokens.skipName("not");
        var name = dotted();
        var given = testArguments();
        var test = library.test(name);
        if (test == null && library.isTestBeyond(name)) {
            throw new Unsupported("is " + name);
        }
        if (test == null && !soft) {
            throw new SyntaxError("No test named '" + name + "'.");
        }
        Expression tested = new Calls.Tested(name, test, operand, given);
        return negated ? new Operators.Not(tested) : tested;
    }

    private Calls.Given testArguments() {
        var token = tokens.current();
        if (token.isOperator("(")) {
            return given();
        }
        var begins = switch (token.kind()) {
            case STRING, INTEGER, FLOAT -> true;
            case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
            default -> token.isOperator("[") || token.isOperator("{");
        };
        if (!begins) {
            return Calls.Given.NOTHING;
        }
        if (token.isName("is")) {
            throw new SyntaxError("You cannot chain multiple tests with is");
        }
        return new Calls.Given(List.of(values.postfix(values.primary())), Map.of(), null, null);
    }
}
