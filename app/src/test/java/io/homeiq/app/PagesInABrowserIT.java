package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that people look at, as a real browser shows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInABrowserIT {

    private static final String AUTOMATION = """
            - alias: Evening
              triggers: [{trigger: time, at: "19:30:00"}]
              conditions: [{condition: time, weekday: [mon, tue, wed, thu, fri]}]
              actions: [{action: light.turn_on, target: {entity_id: light.hall}}]
            """;

    private final Browser browser = Browser.find();

    private Path folder;

    /** The report of an analysis, and the timeline of a replay, of one sample home. */
    @BeforeAll
    void writePages(@TempDir Path temporary) throws IOException {
        folder = temporary;
        run("simulate", "--sample", "--days", "45", "--seed", "7", "--sensors", "2", "--out", folder.toString());
        String events = folder.resolve("home-1/events.ndjson").toString();
        String registry = folder.resolve("home-1/registry.json").toString();
        run("analyze", events, "--registry", registry, "--out", folder.toString(), "--quiet");
        String automation =
                Files.writeString(folder.resolve("evening.yaml"), AUTOMATION).toString();
        String page = folder.resolve("replay.html").toString();
        run("replay", events, "--registry", registry, "--automation", automation, "--html", page, "--quiet");
    }

    private static void run(String... arguments) {
        CommandRun.of(List.of(arguments)).mustBeOk();
    }

    private String ask(String page, int width, String expression) {
        return browser.ask(folder.resolve(page + ".html"), width, expression);
    }

    @ParameterizedTest
    @CsvSource({"report, 600", "report, 1400", "replay, 600", "replay, 1400"})
    void fitIntoNarrowAndWideWindows(String page, int width) {
        assertThat(ask(page, width, "document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "replay"})
    void drawEveryPictureAndNameItForThoseWhoCannotSeeIt(String page) {
        // Given
        String undrawn = "[...document.querySelectorAll('svg')].filter(picture => "
                + "picture.getBoundingClientRect().width < 20 || picture.getBBox().height < 1 "
                + "|| !picture.getAttribute('aria-label')).length";

        // Then
        assertThat(ask(page, 1_000, "document.querySelectorAll('svg').length")).isNotEqualTo("0");
        assertThat(ask(page, 1_000, undrawn)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "replay"})
    void cutNothingOffAPicture(String page) {
        // Given
        String cut = "[...document.querySelectorAll('svg')].flatMap(picture => { "
                + "const whole = picture.getBoundingClientRect(); "
                + "return [...picture.querySelectorAll('text, circle, rect')].map(part => part.getBoundingClientRect())"
                + ".filter(part => part.left < whole.left - 1 || part.right > whole.right + 1 "
                + "|| part.top < whole.top - 1 || part.bottom > whole.bottom + 1); }).length";

        // Then
        assertThat(ask(page, 600, cut)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "replay"})
    void areOneFileThatAsksNobodyForMore(String page) {
        assertThat(ask(page, 1_000, "performance.getEntriesByType('resource').length + document.scripts.length"))
                .as("the script that asks is the only one")
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "replay"})
    void hideNoTextBehindOther(String page) {
        // Given
        String overlapping = Stream.of(
                        "(() => { const boxes = [...document.querySelectorAll('svg')].flatMap(picture => ",
                        "{ const all = [...picture.querySelectorAll('text')].map(text => text.getBoundingClientRect()); ",
                        "return all.filter((a, i) => all.slice(i + 1).some(b => a.left < b.right - 1 ",
                        "&& b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)); }); ",
                        "return boxes.length; })()")
                .reduce("", String::concat);

        // Then
        assertThat(ask(page, 1_000, overlapping)).isEqualTo("0");
    }
}
