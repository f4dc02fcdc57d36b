package io.homeiq.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real server of a small language model with OpenAI's interface, on a free port of the loopback. The first start on a machine
 * installs it. A test that starts one is skipped, or fails, where it cannot be had ({@link RealParts}).
 */
public final class LanguageModelProcess implements AutoCloseable {

    /** The environment variable that names the script which starts and stops it. */
    public static final String SCRIPT_VARIABLE = "HOMEIQ_LLM_SCRIPT";

    private static final Path BESIDE_CHECKOUT = Path.of("shared", "language-model", "llm");
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path script;
    private final Path folder = Folders.temporary("language-model");
    private final Map<String, String> facts;

    private LanguageModelProcess() {
        script = RealParts.fromEnvironment()
                .need("a language model", script(), "name its script in " + SCRIPT_VARIABLE + " and be root");
        List<String> start =
                List.of(script.toString(), "start", folder.toString(), "--port", Integer.toString(FreePort.find()));
        facts = ChildProcess.run(start, START_LIMIT)
                .lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, last) -> last));
    }

    /** Installs it if need be, and returns when it answers. */
    public static LanguageModelProcess start() {
        return new LanguageModelProcess();
    }

    /** The value of {@code OPENAI_BASE_URL} and the like, as the script prints them; empty for others. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    @Override
    public void close() {
        ChildProcess.run(List.of(script.toString(), "stop", folder.toString()), STOP_LIMIT);
        Folders.delete(folder);
    }

    private static Optional<Path> script() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        String named = System.getenv(SCRIPT_VARIABLE);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(parent -> parent != null)
                .map(parent -> parent.resolve(BESIDE_CHECKOUT))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
