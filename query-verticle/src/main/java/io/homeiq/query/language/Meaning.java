package io.homeiq.query.language;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import java.util.List;

/** What a sentence means. There is always one: what is not understood is refused, never guessed. */
public sealed interface Meaning {

    /**
     * Do this whenever that happens.
     *
     * @param notes what was assumed, for the person who asked
     * @param confidence 0 to 1
     */
    record Automate(Rule rule, List<EntityId> entities, List<String> notes, double confidence) implements Meaning {

        public Automate {
            entities = List.copyOf(entities);
            notes = List.copyOf(notes);
        }
    }

    /** Do this now; at least one call. Never what was said with any word of time. */
    record Act(List<CallService> calls, List<EntityId> entities, double confidence) implements Meaning {

        public Act {
            calls = List.copyOf(calls);
            entities = List.copyOf(entities);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("something to do needs a call");
            }
        }
    }

    /** How things are. */
    record AskState(StateQuestion question, double confidence) implements Meaning {}

    /** What was found or is suggested. */
    record AskHabits(HabitQuestion question) implements Meaning {}

    /**
     * It could mean several things, or something is missing.
     *
     * @param question to ask back
     * @param choices what may be answered; empty: anything
     * @param before the sentence up to the place of the answer
     * @param after the sentence from there on
     * @param entities that may be meant
     */
    record Unclear(String question, List<Choice> choices, String before, String after, List<EntityId> entities)
            implements Meaning {

        public Unclear {
            choices = List.copyOf(choices);
            entities = List.copyOf(entities);
        }
    }

    /**
     * Not understood, or nothing that this home has.
     *
     * @param reason one sentence for the person who asked
     */
    record Refused(String reason) implements Meaning {}
}
