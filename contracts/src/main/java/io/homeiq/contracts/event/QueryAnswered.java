package io.homeiq.contracts.event;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question or request in plain language was answered. The words themselves are private and not announced.
 *
 * @param outcome {@code automation, command, answer, question} or {@code refusal}
 * @param confidence 0 to 1
 * @param duration from the words to the answer
 */
public record QueryAnswered(String queryId, String outcome, double confidence, Duration duration) implements EventData {

    private static final Set<String> OUTCOMES = Set.of("automation", "command", "answer", "question", "refusal");

    public QueryAnswered {
        RequiredText.check("queryId", queryId);
        if (!OUTCOMES.contains(outcome)) {
            throw new IllegalArgumentException(
                    "outcome must be one of " + new TreeSet<>(OUTCOMES) + ", was: " + outcome);
        }
        if (!(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie within 0 and 1, was: " + confidence);
        }
    }

    @Override
    public String subject() {
        return queryId;
    }
}
