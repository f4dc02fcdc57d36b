package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that do one thing. */
final class Statements {

    private Statements() {}

    record Data(String text) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            output.add(text);
            return Flow.NEXT;
        }
    }

    record Print(Expression expression) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            output.add(Text.str(expression.value(frame)));
            return Flow.NEXT;
        }
    }

    record Do(Expression expression) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            expression.value(frame);
            return Flow.NEXT;
        }
    }

    record Jump(Flow flow) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            return flow;
        }
    }

    record Branch(Expression condition, List<Statement> body) {}

    /** {@code if}, {@code elif} and {@code else}. What is set within is seen behind it. */
    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            for (var branch : branches) {
                if (Values.isTrue(branch.condition.value(frame))) {
                    return Statement.all(branch.body, frame, output);
                }
            }
            return Statement.all(otherwise, frame, output);
        }
    }

    record Assign(Target target, Expression expression) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            target.assign(frame, expression.value(frame));
            return Flow.NEXT;
        }
    }

    /** {@code {% set x %}…{% endset %}}. */
    record AssignBlock(Target target, Calls.@Nullable Filtered filter, List<Statement> body) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            var text = Statement.text(body, frame.inner());
            target.assign(frame, filter == null ? text : filter.ofBlock(frame, text));
            return Flow.NEXT;
        }
    }

    record FilterBlock(Calls.Filtered filter, List<Statement> body) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            output.add(Text.str(filter.ofBlock(frame, Statement.text(body, frame.inner()))));
            return Flow.NEXT;
        }
    }

    record With(List<Target> targets, List<Expression> values, List<Statement> body) implements Statement {
        @Override
        public Flow run(Frame frame, Output output) {
            var inner = frame.inner();
            for (var i = 0; i < targets.size(); i++) {
                targets.get(i).assign(inner, values.get(i).value(frame));
            }
            return Statement.all(body, inner, output);
        }
    }
}
