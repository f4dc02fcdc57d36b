package io.homeiq.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.service.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuidesTest {

    private static final Pattern PROBLEM =
            Pattern.compile("^\\| `(urn:homeiq:problem:\\w+)` \\| (\\d+) \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @Test
    void thePageOfErrorsTellsEveryProblemAndNoOther() {
        // Given
        List<String> known = Arrays.stream(Kind.values())
                .map(kind -> kind.type() + " " + kind.status() + " " + kind.title())
                .toList();

        // When
        List<String> told = PROBLEM.matcher(Checkout.text("docs/guides/errors.md"))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        // Then
        assertThat(told).containsExactlyElementsOf(known);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        // Given
        Path folder = Checkout.file("docs/guides");
        List<Path> broken = new ArrayList<>();

        // When
        try (Stream<Path> guides = Files.list(folder)) {
            for (Path guide : guides.toList()) {
                LINK.matcher(Files.readString(guide))
                        .results()
                        .map((MatchResult link) -> folder.resolve(link.group(1)))
                        .filter(Files::notExists)
                        .forEach(broken::add);
            }
        }

        // Then
        assertThat(broken).isEmpty();
    }
}
