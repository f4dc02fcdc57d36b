package io.homeiq.homeassistant.template.jinja;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens of a template, one after the other, and what names were used in the macros around. */
final class TokenStream {

    private final List<Token> tokens;
    private final Deque<Set<String>> names = new ArrayDeque<>();
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(at);
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        var token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean skipOperator(String sign) {
        var found = current().isOperator(sign);
        if (found) {
            next();
        }
        return found;
    }

    boolean skipName(String name) {
        var found = current().isName(name);
        if (found) {
            next();
        }
        return found;
    }

    Token expect(Token.Kind kind) {
        if (current().kind() != kind) {
            throw unexpected("expected token '" + kind.name().toLowerCase(Locale.ROOT) + "', got ");
        }
        return next();
    }

    void expectOperator(String sign) {
        if (!skipOperator(sign)) {
            throw unexpected("expected token '" + sign + "', got ");
        }
    }

    SyntaxError unexpected(String before) {
        return new SyntaxError(before + "'" + current().described() + "'");
    }

    /** From here on, names are remembered until {@link #named()}. */
    void remember() {
        names.push(new HashSet<>());
    }

    void use(String name) {
        names.forEach(set -> set.add(name));
    }

    Set<String> named() {
        return names.pop();
    }
}
