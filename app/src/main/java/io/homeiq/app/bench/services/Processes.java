package io.homeiq.app.bench.services;

import io.homeiq.app.bench.BenchProcess;
import io.homeiq.app.bench.Memory;
import io.homeiq.app.settings.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some of the services, each as a process of its own, on one volume and one broker. */
final class Processes implements AutoCloseable {

    /** As the compose file starts them: each wave when the one before is ready. */
    private static final List<Set<Role>> WAVES = List.of(
            EnumSet.of(Role.DATA), EnumSet.of(Role.PATTERN, Role.TRAINING, Role.QUERY), EnumSet.of(Role.AUTOMATION));

    private final Path folder;
    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private final Map<Role, BenchProcess> running = new EnumMap<>(Role.class);
    private final Map<Role, Double> seconds = new EnumMap<>(Role.class);

    private Processes(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (Role role : Role.values()) {
            ports.put(role, BenchProcess.freePort());
        }
    }

    /**
     * Starts those of these roles in the order of the compose file, and returns when all are ready.
     *
     * @param folder for the volume and the logs
     * @param further settings beside the volume, the broker and the ports
     */
    static Processes start(Path folder, Mosquitto broker, Set<Role> roles, Map<String, String> further)
            throws IOException, InterruptedException {
        Processes processes = new Processes(folder);
        Map<String, String> variables = processes.variables(broker);
        variables.putAll(further);
        try {
            for (Set<Role> wave : WAVES) {
                processes.start(wave.stream().filter(roles::contains).toList(), variables);
            }
            return processes;
        } catch (IOException | InterruptedException | RuntimeException e) {
            processes.close();
            throw e;
        }
    }

    /** Starts one process of all roles and ends it: at its end Java writes the archive of classes that later ones begin with. */
    static void writeArchive(Path folder, Mosquitto broker) throws IOException, InterruptedException {
        Processes one = new Processes(folder);
        try (BenchProcess process =
                BenchProcess.start(one.variables(broker), one.folder.resolve("all.log"), List.of())) {
            for (int port : one.ports.values()) {
                process.awaitReady(port);
            }
        }
    }

    private void start(List<Role> wave, Map<String, String> variables) throws IOException, InterruptedException {
        for (Role role : wave) {
            String name = role.wireName();
            running.put(role, BenchProcess.start(variables, folder.resolve(name + ".log"), List.of("--roles=" + name)));
        }
        for (Role role : wave) {
            BenchProcess process = running.get(role);
            if (process != null) {
                seconds.put(role, process.awaitReady(port(role)));
            }
        }
    }

    private Map<String, String> variables(Mosquitto broker) {
        Map<String, String> variables = new HashMap<>();
        variables.put("HOMEIQ_DATA", volume().toString());
        variables.put("MQTT_BROKER", "127.0.0.1");
        variables.put("MQTT_PORT", String.valueOf(broker.port()));
        ports.forEach((role, port) -> variables.put("HOMEIQ_" + role.name() + "_PORT", String.valueOf(port)));
        return variables;
    }

    /** The folder that all of them share. */
    Path volume() {
        return folder.resolve("volume");
    }

    int port(Role role) {
        return ports.getOrDefault(role, 0);
    }

    /** How long the slowest of them took from its start until it was ready. */
    double slowestSeconds() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** What they hold in memory together, in MiB; pages that they share count once. */
    double togetherMib() throws IOException {
        return sum(Memory::proportional);
    }

    /** The sum of what each is said to hold, in MiB; pages that they share count for each. */
    double sumOfResidentMib() throws IOException {
        return sum(Memory::resident);
    }

    private interface Look {

        double of(long pid) throws IOException;
    }

    private double sum(Look look) throws IOException {
        double sum = 0;
        for (BenchProcess process : running.values()) {
            sum += look.of(process.pid());
        }
        return sum;
    }

    @Override
    public void close() throws InterruptedException {
        for (BenchProcess process : new ArrayList<>(running.values())) {
            process.close();
        }
    }
}
