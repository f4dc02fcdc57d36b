package io.homeiq.app.cli;

import picocli.CommandLine.Option;

/** The owner's consent in that very call: it is never remembered. */
final class ConsentOption {

    @Option(names = "--consent", description = "yes also to what the safety check asks about")
    private boolean given;

    boolean isGiven() {
        return given;
    }
}
