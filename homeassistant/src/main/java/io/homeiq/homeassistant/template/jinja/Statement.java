package io.homeiq.homeassistant.template.jinja;

import java.util.List;

/** Something in a template that prints, sets or repeats. */
interface Statement {

    /** How it goes on afterwards. */
    enum Flow {
        NEXT,
        /** The loop around ends. */
        BREAK,
        /** The loop around goes to its next item. */
        CONTINUE
    }

    /**
     * Carries it out.
     *
     * @throws io.homeiq.homeassistant.template.python.PythonError where Python raises one
     * @throws io.homeiq.homeassistant.template.python.Unsupported where we do not know what Home Assistant does
     */
    Flow run(Frame frame, Output output);

    /** One after the other, in one block. */
    static Flow all(List<Statement> body, Frame frame, Output output) {
        for (var statement : body) {
            frame.render().step();
            var flow = statement.run(frame, output);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    /** What a block prints. */
    static String text(List<Statement> body, Frame frame) {
        var output = new Output(true);
        all(body, frame, output);
        return output.toString();
    }
}
