package io.homeiq.app.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.homeassistant.cases.AnswerText;
import io.homeiq.homeassistant.cases.CaseException;
import io.homeiq.homeassistant.cases.CaseText;
import io.homeiq.homeassistant.template.HomeAssistantTemplates;
import io.homeiq.replay.Answer;
import io.homeiq.replay.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the cases of a file, line by line in their order. */
public final class CaseRun {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRun.class);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Replay replay = new Replay(new HomeAssistantTemplates());

    /**
     * A line that is no case is answered with an error and counted.
     *
     * @return how many lines were no cases
     */
    public int run(BufferedReader cases, Consumer<String> answers) throws IOException {
        int broken = 0;
        for (String line = cases.readLine(); line != null; line = cases.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            try {
                CaseText text = CaseText.read(line, mapper);
                answers.accept(json(AnswerText.of(text.id(), answer(text))));
            } catch (CaseException none) {
                broken++;
                answers.accept(json(noCase(line, none)));
            }
        }
        return broken;
    }

    /** A fault of ours in one case must not cost the others their answers; it is named as not replayed. */
    private Answer answer(CaseText text) {
        try {
            return replay.ask(text.question(), text.events());
        } catch (RuntimeException fault) {
            LOG.warn("the case {} could not be replayed", text.id(), fault);
            return new Answer.Replayed(List.of(), List.of("this case: " + fault));
        }
    }

    private Map<String, @Nullable Object> noCase(String line, CaseException none) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", idOf(line));
        answer.put("error", none.getMessage());
        return answer;
    }

    private String idOf(String line) {
        try {
            return mapper.readTree(line).path("id").asText();
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }

    private String json(Map<String, @Nullable Object> tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer has no JSON form: " + e.getOriginalMessage(), e);
        }
    }
}
