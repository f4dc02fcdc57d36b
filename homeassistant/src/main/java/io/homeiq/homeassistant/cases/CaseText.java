package io.homeiq.homeassistant.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.replay.Happening;
import io.homeiq.replay.Question;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line with a case: an automation with all that happens around it.
 *
 * @param events in order of time
 */
public record CaseText(String id, Question question, List<Happening> events) {

    public CaseText {
        events = List.copyOf(events);
    }

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE = new TypeReference<>() {};

    /**
     * Reads a line.
     *
     * @param mapper of the caller, with Jackson's own defaults
     * @throws CaseException if it is no case
     */
    public static CaseText read(String line, ObjectMapper mapper) {
        Map<String, @Nullable Object> tree;
        try {
            tree = mapper.readValue(line, TREE);
        } catch (JsonProcessingException broken) {
            throw new CaseException("no JSON object: " + broken.getOriginalMessage());
        }
        Object id = tree.get("id");
        try {
            return new CaseText(
                    id == null ? "" : id.toString(), CaseReader.question(tree), CaseReader.happenings(tree));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new CaseException(String.valueOf(wrong.getMessage()));
        }
    }
}
