package io.homeiq.app.cli;

import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Location;
import io.homeiq.homeassistant.registry.RegistryFiles;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line tells of a home: its parts, its clock, its place. */
final class HomeOptions {

    @Option(
            names = "--registry",
            paramLabel = "FILE|DIR",
            description =
                    "areas, devices, entities, users and configuration as JSON, or Home Assistant's .storage folder")
    private @Nullable Path registry;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "the home's, for example Europe/Amsterdam")
    private @Nullable String timeZone;

    @Option(names = "--latitude", paramLabel = "DEGREES", description = "where the home is, north is positive")
    private @Nullable Double latitude;

    @Option(names = "--longitude", paramLabel = "DEGREES", description = "where the home is, east is positive")
    private @Nullable Double longitude;

    /** Ends the command if an option makes no sense. */
    HomeRegistry home() {
        HomeRegistry read = registry == null ? HomeRegistry.EMPTY : RegistryFiles.read(registry);
        HomeConfig config = read.config();
        ZoneId zone = timeZone == null ? config.timeZone() : zone(timeZone);
        if ((latitude == null) != (longitude == null)) {
            throw new CommandException(ExitCode.USAGE, "--latitude and --longitude are only of use together");
        }
        Location location = latitude == null || longitude == null ? config.location() : location(latitude, longitude);
        return read.withConfig(new HomeConfig(config.name(), zone, location));
    }

    /** Whether times are those of the home. */
    boolean isZoneKnown(HomeRegistry home) {
        return timeZone != null || !home.config().timeZone().equals(HomeConfig.UNKNOWN.timeZone());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--time-zone must be a name such as Europe/Amsterdam, was: " + name);
        }
    }

    private static Location location(double north, double east) {
        try {
            return new Location(north, east);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, "--latitude and --longitude: " + e.getMessage());
        }
    }
}
