package io.homeiq.contracts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.json.SchemaShelf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    /** Tests run in the folder of their module. */
    private static final Path PAGE = Path.of("..", "docs", "events.md");

    private static final Pattern LINK = Pattern.compile("]\\(#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void eventsPageIsUpToDate() throws IOException {
        // Given
        String page = page();

        // When
        if (Boolean.getBoolean("homeiq.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        // Then
        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE).equals(page))
                .as("docs/events.md is older than the schemas, the samples or its template. Regenerate it: "
                        + "mvn -pl contracts test -Dtest=EventsPageTest -Dhomeiq.regenerate=true")
                .isTrue();
    }

    @Test
    void everyTypeAndEveryCommandIsTold() throws IOException {
        String page = page();

        for (EventType type : EventType.values()) {
            assertThat(page).contains("\n### " + type.wireName() + "\n");
        }
        for (CommandType type : CommandType.values()) {
            assertThat(page).contains("\n### " + type.wireName() + "\n");
        }
        assertThat(page).doesNotContain("{{");
    }

    @Test
    void everyFieldIsExplained() throws IOException {
        assertThat(page().lines().filter(line -> line.startsWith("| `")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("|  |  |").doesNotEndWith("|  |"));
    }

    @Test
    void everyLinkLeadsToAHeading() throws IOException {
        String page = page();
        var anchors = HEADING.matcher(page)
                .results()
                .map(heading -> heading.group(1)
                        .replaceAll("[^a-z0-9 _A-Z-]", "")
                        .replace(' ', '-')
                        .toLowerCase(java.util.Locale.ROOT))
                .toList();

        Matcher links = LINK.matcher(page);

        assertThat(links.results().map(link -> link.group(1))).isNotEmpty().allMatch(anchors::contains);
        assertThat(anchors).doesNotHaveDuplicates();
    }

    private static String page() throws IOException {
        try (InputStream template = EventsPageTest.class.getResourceAsStream("/events.template.md")) {
            return new EventsPage(new SchemaShelf())
                    .write(new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
