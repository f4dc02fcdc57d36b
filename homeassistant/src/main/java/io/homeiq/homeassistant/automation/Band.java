package io.homeiq.homeassistant.automation;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number that an element looks at, and its bounds, of which at least one is there. */
record Band(
        @Nullable String attribute,
        @Nullable Double above,
        @Nullable Double below) {

    /** Nothing if a bound is no plain number, or there is none. */
    static Optional<Band> take(Fields fields) {
        boolean hasAttribute = fields.has("attribute");
        boolean hasAbove = fields.has("above");
        boolean hasBelow = fields.has("below");
        Optional<String> attribute = Values.text(fields.take("attribute"));
        Optional<Double> above = Values.number(fields.take("above"));
        Optional<Double> below = Values.number(fields.take("below"));
        boolean isUnderstood =
                hasAttribute == attribute.isPresent() && hasAbove == above.isPresent() && hasBelow == below.isPresent();
        return isUnderstood && (hasAbove || hasBelow)
                ? Optional.of(new Band(attribute.orElse(null), above.orElse(null), below.orElse(null)))
                : Optional.empty();
    }

    void put(Map<String, @Nullable Object> tree) {
        if (attribute != null) {
            tree.put("attribute", attribute);
        }
        if (above != null) {
            tree.put("above", Values.shortest(above));
        }
        if (below != null) {
            tree.put("below", Values.shortest(below));
        }
    }
}
