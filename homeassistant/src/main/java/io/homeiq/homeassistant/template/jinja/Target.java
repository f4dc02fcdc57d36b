package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Iteration;
import io.homeiq.homeassistant.template.python.PythonError;
import java.util.List;

/** What a value can be assigned to. */
sealed interface Target {

    void assign(Frame frame, Object value);

    record Name(String name) implements Target {
        @Override
        public void assign(Frame frame, Object value) {
            frame.set(name, value);
        }
    }

    /** {@code ns.x}, which only a namespace takes. */
    record Member(String name, String attribute) implements Target {
        @Override
        public void assign(Frame frame, Object value) {
            if (!(frame.get(name) instanceof Namespace namespace)) {
                throw new PythonError(PythonError.Kind.RUNTIME, "cannot assign attribute on non-namespace object");
            }
            namespace.set(attribute, value);
        }
    }

    /** {@code a, b}. */
    record Several(List<Target> targets) implements Target {
        @Override
        public void assign(Frame frame, Object value) {
            var values = Iteration.list(value);
            if (values.size() != targets.size()) {
                throw PythonError.value((values.size() < targets.size() ? "not enough" : "too many")
                        + " values to unpack (expected " + targets.size() + ")");
            }
            for (var i = 0; i < targets.size(); i++) {
                targets.get(i).assign(frame, values.get(i));
            }
        }
    }
}
