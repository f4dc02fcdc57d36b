package io.homeiq.homeassistant.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values without quotes mean in YAML 1.1. */
class YamlScalarsTest {

    @ParameterizedTest
    @CsvSource({"on, true", "Off, false", "YES, true", "no, false", "True, true", "false, false"})
    void knowsTheWordsForTrueAndFalse(String plain, boolean expected) {
        // When / Then
        assertThat(YamlScalars.resolve(plain)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "42, 42",
        "-7, -7",
        "+7, 7",
        "1_000, 1000",
        "017, 15",
        "0x1F, 31",
        "0b101, 5",
        "6:45:00, 24300",
        "1:30, 90"
    })
    void knowsTheSpellingsOfWholeNumbers(String plain, int expected) {
        // When / Then
        assertThat(YamlScalars.resolve(plain)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "-.5, -0.5", "1., 1", "1.5e+3, 1500", "1:30.5, 90.5"})
    void knowsTheSpellingsOfRealNumbers(String plain, double expected) {
        // When / Then
        assertThat(YamlScalars.resolve(plain)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "n",
                "oN",
                "light.hall",
                "06:45:00",
                "08",
                "1e3",
                "1.5e3",
                "1.2.3",
                "0o17",
                "06:45",
                "9:61",
                "-",
                "."
            })
    void leavesEverythingElseText(String plain) {
        // When / Then
        assertThat(YamlScalars.resolve(plain)).isEqualTo(plain);
    }

    @Test
    void knowsNothingAndWhatJsonDoesNot() {
        // When / Then
        assertThat(YamlScalars.resolve("")).isNull();
        assertThat(YamlScalars.resolve("~")).isNull();
        assertThat(YamlScalars.resolve("null")).isNull();
        assertThat(YamlScalars.resolve("2026-03-01")).isEqualTo(Map.of("!!timestamp", "2026-03-01"));
        assertThat(YamlScalars.resolve(".inf")).isEqualTo(Map.of("!!float", ".inf"));
        assertThat(YamlScalars.resolve("99999999999")).isEqualTo(99_999_999_999L);
        assertThat(YamlScalars.resolve("99999999999999999999")).isEqualTo(new BigInteger("99999999999999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on",
                "No",
                "y",
                "null",
                "06:45:00",
                "1",
                "",
                " a",
                "a ",
                "a: b",
                "a #b",
                "-a",
                "!x",
                "~",
                "inf",
                "1a"
            })
    void quotesWhatCouldBeTakenForSomethingElse(String text) {
        // When / Then
        assertThat(YamlScalars.isPlainText(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.hall", "Evening light", "turn_on", "not_home", "a-b", "kitchen/lamp"})
    void leavesPlainWordsWithoutQuotes(String text) {
        // When / Then
        assertThat(YamlScalars.isPlainText(text)).isTrue();
        assertThat(YamlScalars.resolve(text)).isEqualTo(text);
    }
}
