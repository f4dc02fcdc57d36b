package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Dictionaries;
import io.homeiq.homeassistant.template.python.Strings;
import io.homeiq.homeassistant.template.python.Text;
import io.homeiq.homeassistant.template.python.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Values that are written out in the template. */
final class Literals {

    private Literals() {}

    record Constant(Object constant) implements Expression {
        @Override
        public Object value(Frame frame) {
            return constant;
        }
    }

    record ListOf(List<Expression> items) implements Expression {
        @Override
        public Object value(Frame frame) {
            return values(items, frame);
        }
    }

    record TupleOf(List<Expression> items) implements Expression {
        @Override
        public Object value(Frame frame) {
            return new Tuple(values(items, frame));
        }
    }

    record DictionaryOf(List<Expression> keys, List<Expression> values) implements Expression {
        @Override
        public Object value(Frame frame) {
            var map = new LinkedHashMap<Object, Object>();
            for (var i = 0; i < keys.size(); i++) {
                Dictionaries.put(map, keys.get(i).value(frame), values.get(i).value(frame));
            }
            return map;
        }
    }

    /** Texts of values, one after the other: {@code a ~ b}. */
    record Joined(List<Expression> parts) implements Expression {
        @Override
        public Object value(Frame frame) {
            var text = new StringBuilder();
            for (var part : parts) {
                text.append(Text.str(part.value(frame)));
                Strings.bound(text.length());
            }
            return text.toString();
        }
    }

    static List<Object> values(List<Expression> expressions, Frame frame) {
        var values = new ArrayList<Object>();
        for (var expression : expressions) {
            values.add(expression.value(frame));
        }
        return values;
    }
}
