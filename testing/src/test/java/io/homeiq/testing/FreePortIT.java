package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePortIT {
    sealed interface A {}

    record B(int x, int y) implements A {}

    record C(String s) implements A {}

    @Test
    void recordPatterns() {
        A a = new B(1, 2);
        int r = switch (a) {
            case B(int x, var y) when x > 3 -> x + y;
            case B(int x, var y) -> x;
            case C(String s) -> s.length();
            case null -> 9;
        };
        String block = """
            hello
              there
            """;
        if (a instanceof B(int p, int q) && p > 0) {
            r += q;
        }
        assertThat(r).isEqualTo(3);
        assertThat(block).hasSize(14);
    }

    @Test
    void other() {
        assertThat("a").hasSize(1);
    }
}
