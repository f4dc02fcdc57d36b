package io.homeiq.app.terminal;

import io.homeiq.app.settings.Settings;
import io.homeiq.app.settings.SettingsReader;
import java.util.Map;

/** What a command finds around it: the console and the variables of its process. */
public record Environment(Console console, Map<String, String> variables) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The settings, or the end of the command with every fault of them named. */
    public Settings settings() {
        return switch (SettingsReader.read(variables)) {
            case SettingsReader.Outcome.Valid valid -> valid.settings();
            case SettingsReader.Outcome.Invalid invalid ->
                throw new CommandException(ExitCode.USAGE, String.join(System.lineSeparator(), invalid.faults()));
        };
    }
}
