package io.homeiq.contracts.file;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.SuggestionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question or request in plain language: {@code ask --json}, and the answer of the query service.
 *
 * @param status {@code draft, not_executed, answered, clarification_needed} or {@code refused}
 * @param message one or a few sentences for whoever asked
 * @param confidence 0 to 1
 * @param entities that it is about; empty if nothing was recognised
 * @param readings what it may mean, the likeliest first
 * @param serviceCalls what a command would call
 * @param automation in Home Assistant's own format; null unless the outcome is one
 * @param answer null unless the outcome is one
 * @param question null unless the outcome is one
 * @param suggestions those that the answer tells of
 */
public record QueryReply(
        String queryId,
        Outcome outcome,
        String status,
        String message,
        double confidence,
        List<EntityId> entities,
        List<Reading> readings,
        List<Call> serviceCalls,
        @Nullable Verbatim automation,
        @Nullable Answer answer,
        @Nullable Question question,
        List<Suggested> suggestions) {

    /** What it turned out to be. */
    public enum Outcome {
        AUTOMATION,
        COMMAND,
        ANSWER,
        QUESTION,
        REFUSAL
    }

    public QueryReply {
        entities = List.copyOf(entities);
        readings = List.copyOf(readings);
        serviceCalls = List.copyOf(serviceCalls);
        suggestions = List.copyOf(suggestions);
        if (!(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie within 0 and 1, was: " + confidence);
        }
        boolean fits = (automation != null) == (outcome == Outcome.AUTOMATION)
                && (answer != null) == (outcome == Outcome.ANSWER)
                && (question != null) == (outcome == Outcome.QUESTION)
                && serviceCalls.isEmpty() == (outcome != Outcome.COMMAND);
        if (!fits) {
            throw new IllegalArgumentException(
                    "a reply holds what its outcome promises and nothing else, was: " + outcome);
        }
    }

    /**
     * One way to understand it.
     *
     * @param text in plain words
     * @param rule what it would automate; null if it does not
     * @param serviceCalls what it would do at once; empty if it does not
     */
    public record Reading(String text, @Nullable Rule rule, List<Call> serviceCalls, double confidence) {

        public Reading {
            serviceCalls = List.copyOf(serviceCalls);
        }
    }

    /** A call of one of Home Assistant's services. */
    public record Call(String domain, String service, Target target, Verbatim data) {}

    /** What a call acts on. */
    public record Target(List<EntityId> entityId) {

        public Target {
            entityId = List.copyOf(entityId);
        }
    }

    /** What was asked for, in words and as data. */
    public record Answer(String text, Verbatim data) {}

    /**
     * What is asked back.
     *
     * @param choices that may be answered; empty: anything
     */
    public record Question(String text, List<String> choices) {

        public Question {
            choices = List.copyOf(choices);
        }
    }

    /** A suggestion, as much of it as an answer tells. */
    public record Suggested(
            SuggestionId id, String title, String description, String status, double confidence, Verbatim automation) {}
}
