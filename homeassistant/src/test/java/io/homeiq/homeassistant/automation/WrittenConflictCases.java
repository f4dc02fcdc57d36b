package io.homeiq.homeassistant.automation;

import io.homeiq.mining.safety.conflict.ConflictKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The cases of {@code conflicts.txt}: a line {@code === KIND,KIND title} or {@code === NONE title}, then the automations. */
final class WrittenConflictCases {

    private static final String MARK = "=== ";

    private WrittenConflictCases() {}

    static List<ConflictCase> all() {
        List<ConflictCase> cases = new ArrayList<>();
        for (String part : text().split("(?m)^" + MARK, -1)) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                int space = part.indexOf(' ');
                cases.add(new ConflictCase(
                        part.substring(space + 1, end), kinds(part.substring(0, space)), part.substring(end + 1)));
            }
        }
        return cases;
    }

    private static Set<ConflictKind> kinds(String words) {
        Set<ConflictKind> kinds = EnumSet.noneOf(ConflictKind.class);
        if (!words.equals("NONE")) {
            Arrays.stream(words.split(",", -1)).map(ConflictKind::valueOf).forEach(kinds::add);
        }
        return kinds;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(WrittenConflictCases.class.getResourceAsStream("conflicts.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
