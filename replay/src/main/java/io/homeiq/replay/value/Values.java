package io.homeiq.replay.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of values in their usual shape: whole numbers as {@code Long} where they fit, other numbers as {@code Double}. */
public final class Values {

    private static final int LONG_BITS = 63;

    private Values() {}

    public static @Nullable Object usual(@Nullable Object value) {
        return isUsual(value) ? value : copied(value);
    }

    /** Most attributes are, and a history has millions. */
    private static boolean isUsual(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> true;
            case Boolean flag -> true;
            case Long number -> true;
            case Double number -> true;
            case Map<?, ?> map -> isUsualMap(map);
            case List<?> list -> list.stream().allMatch(Values::isUsual);
            default -> false;
        };
    }

    private static boolean isUsualMap(Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String) || !isUsual(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object copied(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> copied(map);
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(entry -> copy.add(usual(entry)));
                yield copy;
            }
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> number.bitLength() <= LONG_BITS ? (Object) number.longValueExact() : number;
            case Float number -> number.doubleValue();
            case java.math.BigDecimal number -> number.doubleValue();
            case null, default -> value;
        };
    }

    /** The same map if it is as usual already; whoever gave it must not change it any more. */
    @SuppressWarnings("unchecked") // all keys were seen to be text
    public static Map<String, @Nullable Object> usual(Map<?, ?> map) {
        return isUsualMap(map) ? (Map<String, @Nullable Object>) map : copied(map);
    }

    private static Map<String, @Nullable Object> copied(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), usual(value)));
        return copy;
    }

    /** What JSON can say: text where there is no other way. */
    public static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, entry) -> copy.put(PlainText.of(key), plain(entry)));
                yield copy;
            }
            case Iterable<?> values -> {
                List<@Nullable Object> copy = new ArrayList<>();
                values.forEach(entry -> copy.add(plain(entry)));
                yield copy;
            }
            case String text -> text;
            case Boolean flag -> flag;
            case Number number -> number;
            default -> PlainText.of(value);
        };
    }
}
