package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.app.terminal.ServiceCalls;
import io.homeiq.contracts.suggestion.Mode;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code homeiq mode}: what HomeIQ does as a whole. */
@Command(
        name = "mode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows or chooses what becomes of habits once they are proven, and whether any are learned.",
            "off: nothing new is suggested; suggest: they are suggested; shadow: they are suggested and put on trial at once."
        })
final class ModeCommand implements Callable<Integer> {

    private static final String PATH = "/api/mode";

    @Parameters(
            arity = "0..1",
            paramLabel = "MODE",
            converter = ModeWord.class,
            description = "off, suggest or shadow; left out: as before")
    private @Nullable Mode mode;

    @Option(
            names = "--learning",
            paramLabel = "on|off",
            converter = Switched.class,
            description = "off: what happens from now on is never learned from, until it is on again")
    private @Nullable Learning learning;

    @Option(names = "--json", description = "as the service answers")
    private boolean asJson;

    private final Environment environment;

    /** By its name in lower case. */
    static final class ModeWord implements ITypeConverter<Mode> {

        @Override
        public Mode convert(String word) {
            return Arrays.stream(Mode.values())
                    .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be off, suggest or shadow, was: " + word));
        }
    }

    /** Whether habits are learned. */
    enum Learning {
        ON,
        OFF
    }

    /** By its name in lower case. */
    static final class Switched implements ITypeConverter<Learning> {

        @Override
        public Learning convert(String word) {
            return switch (word) {
                case "on" -> Learning.ON;
                case "off" -> Learning.OFF;
                default -> throw new TypeConversionException("must be on or off, was: " + word);
            };
        }
    }

    ModeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServiceCalls calls = new ServiceCalls(environment.settings())) {
            ObjectNode wish = wish();
            JsonNode answer = wish.isEmpty()
                    ? calls.get(Role.AUTOMATION, PATH)
                    : calls.put(Role.AUTOMATION, PATH, wish.toString());
            environment
                    .console()
                    .line(asJson ? answer.toString() : answer.path("message").asText());
            return ExitCode.OK;
        }
    }

    private ObjectNode wish() {
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        if (mode != null) {
            wish.put("mode", mode.name().toLowerCase(Locale.ROOT));
        }
        if (learning != null) {
            wish.put("learning", learning == Learning.ON);
        }
        return wish;
    }
}
