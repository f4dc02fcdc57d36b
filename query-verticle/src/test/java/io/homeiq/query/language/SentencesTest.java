package io.homeiq.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables {@code house.txt} and {@code flat.txt}: a sentence, and indented below it what it means. */
class SentencesTest {

    private static final Interpreter HOUSE = new Interpreter(
            new HomeNames(SampleHomes.house(), List.of(new Nickname("sunny", new EntityId("light.floor_lamp")))));
    private static final Interpreter FLAT = new Interpreter(new HomeNames(SampleHomes.flat(), List.of()));

    static Stream<Arguments> house() {
        return table("house.txt");
    }

    static Stream<Arguments> flat() {
        return table("flat.txt");
    }

    private static Stream<Arguments> table(String name) {
        try (InputStream file = SentencesTest.class.getResourceAsStream(name)) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            List<Arguments> table = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                table.add(Arguments.of(lines.get(i), lines.get(i + 1).strip()));
            }
            return table.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(Interpreter home, String sentence) {
        return Told.of(home.understand(sentence)).strip();
    }

    @ParameterizedTest
    @MethodSource("house")
    void meansInTheHouse(String sentence, String meaning) {
        assertThat(told(HOUSE, sentence)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @MethodSource("flat")
    void meansInTheFlat(String sentence, String meaning) {
        assertThat(told(FLAT, sentence)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @MethodSource("house")
    void isSpelledInOneWay(String sentence, String meaning) {
        // Given
        Sentence read = Sentence.of(sentence);

        // When
        Sentence again = Sentence.of(read.text());

        // Then
        assertThat(again).isEqualTo(read);
        assertThat(told(HOUSE, read.text())).isEqualTo(meaning);
    }
}
