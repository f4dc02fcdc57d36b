package io.homeiq.bus.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.testing.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Mosquitto's own command line clients: nobody can say that they were made for our broker. */
final class MosquittoTools {

    private static final int PATIENCE_SECONDS = 20;

    private final int port;

    MosquittoTools(int port) {
        this.port = port;
    }

    /** Publishes and returns when the broker has acknowledged; fails if the tool does. */
    void publish(String... arguments) {
        Running publisher = start("mosquitto_pub", arguments);
        int exit = publisher.awaitExit();
        if (exit != 0) {
            throw new AssertionError("mosquitto_pub ended with " + exit + ": " + publisher.output());
        }
    }

    /** Starts a subscriber and returns once the broker has granted its subscription. */
    Running subscribe(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-d", "-W", Integer.toString(PATIENCE_SECONDS)));
        all.addAll(List.of(arguments));
        Running subscriber = start("mosquitto_sub", all.toArray(String[]::new));
        subscriber.awaitOutput("Subscribed (mid");
        return subscriber;
    }

    Running start(String tool, String... arguments) {
        Path program = RealParts.fromEnvironment().need(tool, find(tool), "apt-get install mosquitto-clients");
        // Line by line, or what they say of their own would come only at their end.
        List<String> command =
                new ArrayList<>(List.of("stdbuf", "-oL", program.toString(), "-p", Integer.toString(port)));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("homeiq-tool", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Running(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One of the tools at work. */
    record Running(Process process, Path file) {

        String output() {
            try {
                return Files.readString(file, UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The messages that it printed, without what it says of its own. */
        List<String> lines() {
            return output().lines()
                    .filter(line -> !line.startsWith("Client ") && !line.startsWith("Subscribed "))
                    .toList();
        }

        Running awaitOutput(String text) {
            org.awaitility.Awaitility.await(text)
                    .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .until(() -> output().contains(text));
            return this;
        }

        int awaitExit() {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("the tool did not end: " + output());
                }
                return process.exitValue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }

        /** Ends it as a power cut would. */
        void kill() {
            process.destroyForcibly();
            awaitExit();
        }
    }
}
