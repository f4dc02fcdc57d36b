package io.homeiq.homeassistant.template.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a value is assigned to. */
final class Targets {

    private static final Set<String> RESERVED = Set.of("true", "false", "none", "True", "False", "None");

    private final TokenStream tokens;

    Targets(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** @param end the sign or word behind it */
    Target target(String end) {
        var first = one();
        if (!tokens.current().isOperator(",")) {
            return first;
        }
        var all = new ArrayList<Target>();
        all.add(first);
        while (tokens.skipOperator(",") && !tokens.current().text().equals(end)) {
            all.add(one());
        }
        return new Target.Several(List.copyOf(all));
    }

    private Target one() {
        if (tokens.skipOperator("(")) {
            var inner = target(")");
            tokens.expectOperator(")");
            return inner;
        }
        var name = tokens.expect(Token.Kind.NAME).text();
        if (RESERVED.contains(name)) {
            throw new SyntaxError("can't assign to '" + name + "'");
        }
        if (tokens.skipOperator(".")) {
            tokens.use(name);
            return new Target.Member(name, tokens.expect(Token.Kind.NAME).text());
        }
        return new Target.Name(name);
    }
}
