package io.homeiq.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The language knows Java and the contracts, and nothing else. */
class PlainLanguageTest {

    private static final Path SOURCES = Path.of("src/main/java/io/homeiq/query/language");

    @Test
    void importsNothingButJavaAndContracts() throws IOException {
        // Given
        List<String> imports = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("import "))
                        .map(line -> line.replace("import static ", "").replace("import ", ""))
                        .forEach(imports::add);
            }
        }

        // Then
        assertThat(imports)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("java.text.")
                        || name.startsWith("java.time.")
                        || name.startsWith("java.util.")
                        || name.startsWith("org.jspecify.")
                        || name.startsWith("io.homeiq.query.language.")
                        || name.startsWith("io.homeiq.contracts.") && !name.startsWith("io.homeiq.contracts.json."));
        assertThat(imports)
                .noneMatch(name -> name.equals("java.time.Clock;") || name.equals("java.time.InstantSource;"));
    }
}
