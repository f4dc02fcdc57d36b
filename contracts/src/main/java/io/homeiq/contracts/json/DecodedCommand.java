package io.homeiq.contracts.json;

import io.homeiq.contracts.event.Command;

/** What a message on a command's topic turned out to be. Foreign bytes are an expected outcome, not a failure. */
public sealed interface DecodedCommand {

    /** A command that can be carried out. */
    @SuppressWarnings("AvoidCommonTypeNames") // always written with its outer name
    record Readable(Command command) implements DecodedCommand {}

    /**
     * Nothing that can be carried out: for the dead letters.
     *
     * @param reason one bounded line that names what is wrong and where; may hold a piece of the foreign text
     */
    record Unreadable(String reason) implements DecodedCommand {}
}
