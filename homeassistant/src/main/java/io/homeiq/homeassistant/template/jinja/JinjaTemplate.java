package io.homeiq.homeassistant.template.jinja;

import java.util.List;

/** A template that was read. Keeps nothing of an evaluation. */
public final class JinjaTemplate {

    private final List<Statement> body;

    private JinjaTemplate(List<Statement> body) {
        this.body = body;
    }

    /**
     * Reads a template.
     *
     * @throws SyntaxError if it is no Jinja, or names a filter or test that nobody has
     * @throws io.homeiq.homeassistant.template.python.Unsupported if it has a tag, filter or test that we do not have
     */
    public static JinjaTemplate parse(String source, Library library) {
        return new JinjaTemplate(new StatementParser(new TokenStream(Lexer.tokens(source)), library).template());
    }

    /**
     * What it prints.
     *
     * @throws io.homeiq.homeassistant.template.python.PythonError where Python raises one
     * @throws io.homeiq.homeassistant.template.python.Unsupported where we do not know what Home Assistant does
     */
    public String print(Render render) {
        var output = new Output(false);
        Statement.all(body, Frame.of(render), output);
        return output.toString();
    }
}
