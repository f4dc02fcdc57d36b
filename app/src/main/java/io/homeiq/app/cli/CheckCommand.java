package io.homeiq.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.app.check.HomeCheck;
import io.homeiq.app.check.WrittenAutomations;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Console;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.homeassistant.registry.RegistryFiles;
import io.homeiq.homeassistant.source.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq check}: how the automations of a home get in each other's way. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks over the automations of a home, each against all others: duplicates, opposite actions, loops,"
                    + " races, conditions that cannot hold, chain reactions.",
            "Reads files only, and changes nothing. Look at the whole home at once: conflicts across files are the"
                    + " ones that nobody sees."
        })
final class CheckCommand implements Callable<Integer> {

    @Option(
            names = "--automations",
            required = true,
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "automations.yaml, packages, or a folder of such")
    private List<Path> automations = new ArrayList<>();

    @Option(
            names = "--registry",
            paramLabel = "FILE|DIR",
            description = "areas, devices and entities as JSON, or Home Assistant's .storage folder: rooms, labels and"
                    + " device classes are known then")
    private @Nullable Path registry;

    @Option(
            names = "--history",
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "files with history, to show where a conflict happened and what runs very often")
    private List<Path> history = new ArrayList<>();

    @Option(names = "--brief", description = "only what a person should decide on, without chains and the like")
    private boolean brief;

    @Option(names = "--json", description = "as JSON")
    private boolean asJson;

    private final Console console;

    CheckCommand(Environment environment) {
        this.console = environment.console();
    }

    @Override
    public Integer call() {
        try {
            HomeRegistry home = registry == null ? HomeRegistry.EMPTY : RegistryFiles.read(registry);
            WrittenAutomations written = WrittenAutomations.read(automations, home);
            HomeCheck whole = HomeCheck.of(written, home, history);
            tell(brief ? whole.toDecide() : whole);
            return written.leftOut().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        } catch (SourceException e) {
            throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private void tell(HomeCheck check) {
        if (asJson) {
            try {
                console.line(
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(check.toDocument()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree of texts is always JSON", e);
            }
        } else {
            check.lines().forEach(console::line);
            check.leftOut().forEach(line -> console.remark("left out: " + line));
        }
    }
}
