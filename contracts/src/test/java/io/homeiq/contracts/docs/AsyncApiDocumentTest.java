package io.homeiq.contracts.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.CommandType;
import io.homeiq.contracts.event.EventType;
import io.homeiq.contracts.json.SchemaShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {

    /** For readers of the checkout, and for the services, which serve it. Tests run in the folder of their module. */
    private static final List<Path> COPIES =
            List.of(Path.of("..", "docs", "asyncapi.yaml"), Path.of("src", "main", "resources", "asyncapi.yaml"));

    private static final Pattern REFERENCE = Pattern.compile("\\$ref\": \"#/components/(\\w+)/([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("(?m)^    ([A-Za-z][A-Za-z0-9_.-]*):");

    private final String document = new AsyncApiDocument(new SchemaShelf()).write();

    @Test
    void bothCopiesAreUpToDate() throws IOException {
        for (Path copy : COPIES) {
            // When
            if (Boolean.getBoolean("homeiq.regenerate")) {
                Files.writeString(copy, document);
            }

            // Then
            assertThat(copy).exists();
            assertThat(Files.readString(copy).equals(document))
                    .as(copy + " is older than the schemas or the samples. Regenerate it: "
                            + "mvn -pl contracts test -Dtest=AsyncApiDocumentTest -Dhomeiq.regenerate=true")
                    .isTrue();
        }
    }

    @Test
    void everyTypeAndEveryCommandHasATopic() {
        for (EventType type : EventType.values()) {
            assertThat(document).contains("address: \"homeiq/v1/{home}/event/" + type.wireName() + "\"\n");
        }
        for (CommandType type : CommandType.values()) {
            assertThat(document).contains("address: \"homeiq/v1/{home}/command/" + type.wireName() + "\"\n");
        }
        assertThat(document).contains("\"homeiq/v1/{home}/dead-letter/{service}\"");
    }

    @Test
    void everyReferenceLeadsToAPart() {
        // Given
        Set<String> parts =
                PART.matcher(document).results().map(part -> part.group(1)).collect(Collectors.toSet());

        // When
        Matcher references = REFERENCE.matcher(document);

        // Then
        assertThat(references.results().map(reference -> reference.group(2)))
                .isNotEmpty()
                .allMatch(parts::contains);
        assertThat(document).doesNotContain("urn:homeiq:schema:common", "$defs");
    }
}
