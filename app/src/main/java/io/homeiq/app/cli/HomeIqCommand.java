package io.homeiq.app.cli;

import io.homeiq.app.settings.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "homeiq",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Finds the habits that are really there in a Home Assistant home, proves each on days that it was not learned "
                    + "from, and turns it into an automation that the owner approves.",
            ""
        },
        footer = {
            "",
            "Start with: homeiq demo --once",
            "With your own history: homeiq analyze home-assistant_v2.db --out result",
            "",
            "Exit codes: 0 done; 1 failed; 2 a wrong option or setting; 3 a source of history could only be read in part."
        })
public final class HomeIqCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See: homeiq help");
    }
}
