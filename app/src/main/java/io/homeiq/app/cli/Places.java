package io.homeiq.app.cli;

import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.app.settings.InfluxVariables;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.homeassistant.influx.InfluxAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Understands the sources on the command line. */
final class Places {

    private Places() {}

    /** An InfluxDB if it is written like one, otherwise a file; ends the command if it can be neither. */
    static HistoryPlace of(String source, InfluxVariables influx) {
        try {
            return InfluxAddress.isOne(source)
                    ? new HistoryPlace.Influx(influx.address(source), influx.login())
                    : new HistoryPlace.File(Path.of(source));
        } catch (InvalidPathException e) {
            throw new CommandException(ExitCode.USAGE, "no name of a file: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
