package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a whole template: what stands between the tags, and the tags that enclose others. */
final class StatementParser {

    private static final int MAX_DEPTH = 100;
    private static final Set<String> BEYOND =
            Set.of("autoescape", "block", "extends", "from", "import", "include", "print");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final ValueParser values;
    private final Targets targets;
    private int depth;

    StatementParser(TokenStream tokens, Library library) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens, library);
        this.values = expressions.values();
        this.targets = new Targets(tokens);
    }

    /** All of it. */
    List<Statement> template() {
        return until(Set.of());
    }

    /** Up to one of the tags, which is not taken; to the end if there are none. */
    private List<Statement> until(Set<String> ends) {
        if (++depth > MAX_DEPTH) {
            throw new Unsupported("blocks nested deeper than " + MAX_DEPTH);
        }
        var body = new ArrayList<Statement>();
        while (tokens.current().kind() != Token.Kind.END) {
            var token = tokens.next();
            if (token.kind() == Token.Kind.DATA) {
                body.add(new Statements.Data(token.text()));
            } else if (token.kind() == Token.Kind.VARIABLE_BEGIN) {
                body.add(new Statements.Print(values.tuple(true, false)));
                tokens.expect(Token.Kind.VARIABLE_END);
            } else if (ends.contains(tokens.current().text())
                    && tokens.current().kind() == Token.Kind.NAME) {
                depth--;
                return List.copyOf(body);
            } else {
                body.add(tag());
                tokens.expect(Token.Kind.BLOCK_END);
            }
        }
        if (!ends.isEmpty()) {
            throw new SyntaxError("Unexpected end of template. Jinja was looking for one of " + ends);
        }
        depth--;
        return List.copyOf(body);
    }

    /** Behind the tag that opens it, a body up to one of the tags. */
    private List<Statement> body(String... ends) {
        tokens.skipOperator(":");
        tokens.expect(Token.Kind.BLOCK_END);
        return until(Set.of(ends));
    }

    /** A body up to its one end, which is taken. */
    private List<Statement> closed(String end) {
        var body = body(end);
        tokens.next();
        return body;
    }

    private Statement tag() {
        var name = tokens.expect(Token.Kind.NAME).text();
        return switch (name) {
            case "if" -> conditional();
            case "for" -> loop();
            case "set" -> assignment();
            case "macro" ->
                new Macro.Define(macro(tokens.expect(Token.Kind.NAME).text()));
            case "call" -> callBlock();
            case "filter" -> filterBlock();
            case "with" -> with();
            case "do" -> new Statements.Do(values.tuple(true, false));
            case "break" -> new Statements.Jump(Statement.Flow.BREAK);
            case "continue" -> new Statements.Jump(Statement.Flow.CONTINUE);
            default -> {
                if (BEYOND.contains(name)) {
                    throw new Unsupported("{% " + name + " %}");
                }
                throw new SyntaxError("Encountered unknown tag '" + name + "'.");
            }
        };
    }

    private Statement conditional() {
        var soft = values.calls().soften(true);
        var branches = new ArrayList<Statements.Branch>();
        List<Statement> otherwise = List.of();
        String end;
        do {
            var condition = values.tuple(false, false);
            branches.add(new Statements.Branch(condition, body("elif", "else", "endif")));
            end = tokens.next().text();
        } while (end.equals("elif"));
        if (end.equals("else")) {
            otherwise = closed("endif");
        }
        values.calls().soften(soft);
        return new Statements.If(List.copyOf(branches), otherwise);
    }

    private Statement loop() {
        var soft = values.calls().soften(false);
        var target = targets.target("in");
        if (!tokens.skipName("in")) {
            throw tokens.unexpected("expected token 'in', got ");
        }
        var items = values.tuple(false, false);
        var filter = tokens.skipName("if") ? expressions.expression() : null;
        var recursive = tokens.skipName("recursive");
        var each = body("endfor", "else");
        var none = tokens.next().text().equals("else") ? closed("endfor") : List.<Statement>of();
        values.calls().soften(soft);
        return new For(target, items, filter, recursive, new For.Body(each, none));
    }

    private Statement assignment() {
        var target = targets.target("=");
        if (tokens.skipOperator("=")) {
            return new Statements.Assign(target, values.tuple(true, false));
        }
        Calls.Filtered filter = null;
        while (tokens.skipOperator("|")) {
            filter = values.calls().filter(filter);
        }
        var soft = values.calls().soften(false);
        var body = closed("endset");
        values.calls().soften(soft);
        return new Statements.AssignBlock(target, filter, body);
    }

    /** Parameters and body; the name was read before. */
    private Macro macro(String name) {
        var soft = values.calls().soften(false);
        var parameters = new ArrayList<String>();
        var defaults = new ArrayList<Expression>();
        tokens.remember();
        tokens.expectOperator("(");
        while (!tokens.skipOperator(")")) {
            if (!parameters.isEmpty()) {
                tokens.expectOperator(",");
            }
            parameters.add(tokens.expect(Token.Kind.NAME).text());
            if (tokens.skipOperator("=")) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw new SyntaxError("non-default argument follows default argument");
            }
        }
        var body = closed("endmacro");
        values.calls().soften(soft);
        return new Macro(name, List.copyOf(parameters), List.copyOf(defaults), body, tokens.named());
    }

    private Statement callBlock() {
        if (tokens.current().isOperator("(")) {
            throw new Unsupported("{% call(…) %} with parameters");
        }
        if (!(expressions.expression() instanceof Calls.Call call)) {
            throw new SyntaxError("expected call");
        }
        tokens.remember();
        var body = closed("endcall");
        return new Macro.CallBlock(new Macro("caller", List.of(), List.of(), body, tokens.named()), call);
    }

    private Statement filterBlock() {
        var filter = values.calls().filter(null);
        while (tokens.skipOperator("|")) {
            filter = values.calls().filter(filter);
        }
        return new Statements.FilterBlock(filter, closed("endfilter"));
    }

    private Statement with() {
        var names = new ArrayList<Target>();
        var given = new ArrayList<Expression>();
        while (tokens.current().kind() != Token.Kind.BLOCK_END) {
            if (!names.isEmpty()) {
                tokens.expectOperator(",");
            }
            names.add(targets.target("="));
            tokens.expectOperator("=");
            given.add(expressions.expression());
        }
        return new Statements.With(List.copyOf(names), List.copyOf(given), closed("endwith"));
    }
}
