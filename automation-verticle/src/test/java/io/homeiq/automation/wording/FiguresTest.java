package io.homeiq.automation.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at 06:45           | 6:45
            at 6:45 am         | 6:45
            at 6:45 p.m.       | 18:45
            at 10pm            | 22:00
            at 12 am           | 0:00
            at 12 pm           | 12:00
            30 %               | 30
            30.0 percent       | 30
            21.50 degrees      | 21.5
            two of them        | 2
            the one that       |
            06:45:00           | 6:45
            """)
    void givesEachNumberOneSpelling(String text, String figure) {
        assertThat(Figures.of(text)).isEqualTo(figure == null ? Set.of() : Set.of(figure));
    }
}
