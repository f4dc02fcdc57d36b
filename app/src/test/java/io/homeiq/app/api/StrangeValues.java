package io.homeiq.app.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up what people and programs send by mistake or by malice. */
final class StrangeValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "-1",
            "0",
            "1e309",
            "NaN",
            "Infinity",
            "-9223372036854775808",
            "9223372036854775808",
            "99999999999999999999999999",
            "2147483648",
            "1.5",
            "0x10",
            "true",
            "null",
            "undefined",
            "[]",
            "{}",
            "' OR 1=1 --",
            "1; DROP TABLE suggestions",
            "%' AND 1=(SELECT count(*) FROM sqlite_master) --",
            "../../../../etc/passwd",
            "..",
            ".",
            "/",
            "//",
            "a/b",
            "\u0000",
            "\u0001\u0007\u001b[31m",
            "\r\nX-Injected: yes",
            "\u202etxt",
            "\ud800",
            "é灯🙂",
            "light.",
            ".hall",
            "light.hall.on",
            "LIGHT.HALL",
            "2026-13-45T99:99:99Z",
            "+1000000000-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "2026-01-01",
            "MjAyNi0wMS0yMFQwMDowMDowMFovMQ",
            "MjAyNi0wMS0yMFQwMDowMDowMFovOTk5OTk5OTk5OTk5OTk5OTk5OTk",
            "KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaLzE",
            "!!!notbase64!!!",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "{{ states('light.hall') }}",
            ",,,",
            "a,b,c");

    /** Longer than any field may be, and short enough for an address. */
    private static final int LONG = 3_000;

    private static final int DEEP = 3_000;

    private final RandomGenerator random;

    StrangeValues(RandomGenerator random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(40)) {
            case 0 -> "a".repeat(LONG);
            case 1 -> noise(1 + random.nextInt(40));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        random.ints(length, 0, 0x2fff).filter(Character::isDefined).forEach(noise::appendCodePoint);
        return noise.toString();
    }

    /** Of any type. */
    Object value() {
        return switch (random.nextInt(9)) {
            case 0 -> -1;
            case 1 -> Long.MAX_VALUE;
            case 2 -> 1.5e300;
            case 3 -> random.nextBoolean();
            case 4 -> new JsonArray().add(text()).add(7);
            case 5 -> new JsonObject().put("a", new JsonObject().put("b", text()));
            case 6 -> "b".repeat(10 * LONG);
            default -> text();
        };
    }

    /** The same object with something in it that does not belong there. */
    String spoilt(JsonObject good) {
        JsonObject bad = good.copy();
        List<String> names = List.copyOf(bad.fieldNames());
        String some = names.isEmpty() ? "a" : names.get(random.nextInt(names.size()));
        return switch (random.nextInt(7)) {
            case 0 ->
                bad.put(random.nextBoolean() ? "unknown" : text(), value()).encode();
            case 1 -> {
                bad.remove(some);
                yield bad.encode();
            }
            case 2 -> bad.putNull(some).encode();
            case 3 -> "{\"" + some + "\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
            case 4 -> bad.encode().substring(0, bad.encode().length() - 1);
            case 5 -> new JsonArray().add(bad).encode();
            default -> bad.put(some, value()).encode();
        };
    }

    /** No JSON at all. */
    String rubbish() {
        return switch (random.nextInt(6)) {
            case 0 -> "null";
            case 1 -> "7";
            case 2 -> "{\"a\":1,\"a\":2}";
            case 3 -> "\ufeff{}";
            case 4 -> "{} {}";
            default -> text();
        };
    }
}
