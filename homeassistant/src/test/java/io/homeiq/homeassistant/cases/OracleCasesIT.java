package io.homeiq.homeassistant.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.template.HomeAssistantTemplates;
import io.homeiq.replay.Replay;
import io.homeiq.testing.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cases that Home Assistant's own core answered, which lie beside the checkout where there are any. */
class OracleCasesIT {

    private static final Path BESIDE_CHECKOUT = Path.of("shared", "homeassistant", "oracle");
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE = new TypeReference<>() {};

    /** How far a time of the sun may be off. */
    private static final Duration SUN = Duration.ofSeconds(1);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Replay replay = new Replay(new HomeAssistantTemplates());

    @Test
    void answersEveryCaseAsHomeAssistantDid() throws IOException {
        // Given
        Path folder = folder();
        List<String> cases = Files.readAllLines(folder.resolve("cases.ndjson"));
        List<String> expected = Files.readAllLines(folder.resolve("expected.ndjson"));
        List<String> wrong = new ArrayList<>();

        // When
        for (int i = 0; i < cases.size(); i++) {
            CaseText question = CaseText.read(cases.get(i), mapper);
            Map<String, @Nullable Object> answer =
                    AnswerText.of(question.id(), replay.ask(question.question(), question.events()));
            Map<String, @Nullable Object> ours = tree(mapper.writeValueAsString(answer));
            if (!agrees(tree(expected.get(i)), ours)) {
                wrong.add(question.id());
            }
        }

        // Then
        assertThat(cases).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(200);
        assertThat(wrong).as("cases that Home Assistant answers otherwise").isEmpty();
    }

    /** Of a refusal only that there is one; else all that the reference tells. */
    private static boolean agrees(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> ours) {
        if (expected.containsKey("error")) {
            return ours.containsKey("error");
        }
        return same(expected.get("firings"), ours.get("firings"), String.valueOf(expected.get("id")));
    }

    private static boolean same(@Nullable Object expected, @Nullable Object ours, String id) {
        return switch (expected) {
            case Map<?, ?> map ->
                ours instanceof Map<?, ?> other
                        && map.entrySet().stream()
                                .allMatch(entry -> entry.getKey().equals("time")
                                        ? sameTime(entry.getValue(), other.get("time"), id)
                                        : other.containsKey(entry.getKey())
                                                && same(entry.getValue(), other.get(entry.getKey()), id));
            case List<?> list -> ours instanceof List<?> other && sameLists(list, other, id);
            case Number number -> ours instanceof Number other && number.doubleValue() == other.doubleValue();
            case null -> ours == null;
            default -> expected.equals(ours);
        };
    }

    private static boolean sameLists(List<?> expected, List<?> ours, String id) {
        if (expected.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!same(expected.get(i), ours.get(i), id)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameTime(@Nullable Object expected, @Nullable Object ours, String id) {
        OffsetDateTime theirs = OffsetDateTime.parse(String.valueOf(expected));
        Duration off = Duration.between(theirs, OffsetDateTime.parse(String.valueOf(ours)))
                .abs();
        boolean ofSun = id.startsWith("sun_") || id.startsWith("dst_durations");
        return ofSun ? off.compareTo(SUN) <= 0 : off.isZero();
    }

    private Map<String, @Nullable Object> tree(String json) throws IOException {
        return mapper.readValue(json, TREE);
    }

    private static Path folder() {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(parent -> parent != null)
                .map(parent -> parent.resolve(BESIDE_CHECKOUT))
                .filter(Files::isDirectory)
                .findFirst();
        return RealParts.fromEnvironment()
                .need("the folder of replay cases", folder, "put it beside the checkout as " + BESIDE_CHECKOUT);
    }
}
