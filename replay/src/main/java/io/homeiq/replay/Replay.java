package io.homeiq.replay;

import io.homeiq.replay.template.Templates;

/**
 * Lets an automation live through a history in simulated time, by Home Assistant's own rules. The same question gives
 * the same answer. For one thread at a time.
 */
public final class Replay {

    private final Templates templates;

    public Replay(Templates templates) {
        this.templates = templates;
    }

    /**
     * Never throws because of what the automation says.
     *
     * @param events in order of time, equal ones in their own order; those outside of the span are passed over
     */
    public Answer ask(Question question, Iterable<Happening> events) {
        Life life = begin(question);
        events.forEach(life::accept);
        return life.finish();
    }

    /** The same for events that come one by one. */
    public Life begin(Question question) {
        return new Life(question, templates);
    }
}
