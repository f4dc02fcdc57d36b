package io.homeiq.automation.wording;

import io.vertx.core.Future;

/** Something that can put sentences into other words. What it says is not to be trusted. */
public interface LanguageModel {

    /** As the owner named it. */
    String name();

    /** Fails with a {@link LanguageModelException}. */
    Future<Told> rephrase(Wording ours);

    /** Lets go of its connections. */
    Future<Void> close();

    /**
     * What it said.
     *
     * @param tokens read and written
     */
    record Told(Wording wording, long tokens) {}
}
