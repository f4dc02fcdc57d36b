package io.homeiq.homeassistant.template.jinja;

import io.homeiq.homeassistant.template.python.Arithmetic;
import io.homeiq.homeassistant.template.python.Equality;
import io.homeiq.homeassistant.template.python.Order;
import io.homeiq.homeassistant.template.python.Undefined;
import io.homeiq.homeassistant.template.python.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions that are made of others by a sign or word. */
final class Operators {

    private Operators() {}

    record Calculated(Arithmetic operator, Expression left, Expression right) implements Expression {
        @Override
        public Object value(Frame frame) {
            return operator.of(left.value(frame), right.value(frame));
        }
    }

    record Signed(boolean negative, Expression operand) implements Expression {
        @Override
        public Object value(Frame frame) {
            return Arithmetic.signed(operand.value(frame), negative);
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public Object value(Frame frame) {
            return !Values.isTrue(operand.value(frame));
        }
    }

    /** Gives one of its operands, as in Python. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public Object value(Frame frame) {
            var first = left.value(frame);
            return Values.isTrue(first) ? right.value(frame) : first;
        }
    }

    /** Gives one of its operands, as in Python. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Object value(Frame frame) {
            var first = left.value(frame);
            return Values.isTrue(first) ? first : right.value(frame);
        }
    }

    record Choice(
            Expression condition, Expression then, @Nullable Expression otherwise) implements Expression {
        @Override
        public Object value(Frame frame) {
            if (Values.isTrue(condition.value(frame))) {
                return then.value(frame);
            }
            return otherwise == null
                    ? new Undefined("the inline if-expression evaluated to false and no else section was defined.")
                    : otherwise.value(frame);
        }
    }

    /** One sign and what stands to the right of it. */
    record Step(String sign, Expression right) {
        private boolean holds(Object left, Object other) {
            return switch (sign) {
                case "==" -> Equality.equal(left, other);
                case "!=" -> !Equality.equal(left, other);
                case "in" -> Equality.contains(other, left);
                case "not in" -> !Equality.contains(other, left);
                case "<" -> Order.LESS.holds(left, other);
                case "<=" -> Order.LESS_OR_EQUAL.holds(left, other);
                case ">" -> Order.GREATER.holds(left, other);
                default -> Order.GREATER_OR_EQUAL.holds(left, other);
            };
        }
    }

    /** {@code a < b < c}: each pair must hold, and each operand is evaluated once. */
    record Compared(Expression first, List<Step> steps) implements Expression {
        @Override
        public Object value(Frame frame) {
            var left = first.value(frame);
            for (var step : steps) {
                var right = step.right.value(frame);
                if (!step.holds(left, right)) {
                    return false;
                }
                left = right;
            }
            return true;
        }
    }
}
