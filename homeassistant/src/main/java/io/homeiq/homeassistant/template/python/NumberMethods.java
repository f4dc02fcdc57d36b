package io.homeiq.homeassistant.template.python;

/** Attributes of numbers. */
final class NumberMethods {

    static final Methods<Object> INTEGER = new Methods<>(
                    "int", "as_integer_ratio from_bytes to_bytes imag conjugate bit_count")
            .field("real", Numbers::toInteger)
            .field("numerator", Numbers::toInteger)
            .field("denominator", value -> 1L)
            .method("is_integer", "", (value, arguments) -> true)
            .method("bit_length", "", (value, arguments) ->
                    (long) Numbers.bigInteger(value).abs().bitLength());

    static final Methods<Double> FLOAT = new Methods<Double>(
                    "float", "as_integer_ratio from_number fromhex hex imag conjugate")
            .field("real", value -> value)
            .method("is_integer", "", (value, arguments) -> value == Math.rint(value) && !Double.isInfinite(value));

    private NumberMethods() {}
}
