package io.homeiq.app.life;

import io.homeiq.app.HomeIqProcess;
import io.homeiq.app.settings.Role;
import io.homeiq.testing.FreePort;
import io.homeiq.testing.HomeAssistantProcess;
import io.homeiq.testing.MosquittoProcess;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All services in one process, which can be killed and started again on the same ports and data, also some days later. */
final class KilledProgram implements AutoCloseable {

    private static final String NAME = "homeiq";

    private final Path folder;
    private final Map<String, String> variables;
    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private HomeIqProcess process;
    private int days;

    KilledProgram(Path folder, HomeAssistantProcess home, MosquittoProcess broker) {
        this.folder = folder;
        variables = new TreeMap<>(Map.of(
                "HA_URL", home.url(),
                "HA_TOKEN", home.token(),
                "MQTT_BROKER", "mqtt://" + broker.host() + ":" + broker.port(),
                "HOMEIQ_DATA", folder.resolve("data").toString()));
        for (Role role : Role.values()) {
            ports.put(role, FreePort.find());
            variables.put("HOMEIQ_" + role.name() + "_PORT", Integer.toString(ports.get(role)));
        }
        process = start();
    }

    String url(Role role) {
        return "http://127.0.0.1:" + ports.get(role);
    }

    private HomeIqProcess start() {
        return days == 0
                ? HomeIqProcess.start(folder, NAME, variables, List.of("run"))
                : HomeIqProcess.start(LaterRun.class, folder, NAME, variables, List.of());
    }

    /** A power cut; whatever was under way is cut off. */
    void kill() {
        process.kill();
    }

    /** It comes back; does not wait until it is ready. */
    void startAgain() {
        process = start();
    }

    /** When it comes back, so many days have passed. */
    void pass(int more) {
        days += more;
        variables.put(LaterRun.DAYS, Integer.toString(days));
    }

    /** When it comes back, it is to have no device in Home Assistant. */
    void withoutDevice() {
        variables.put("HOMEIQ_DISCOVERY_PREFIX", "off");
    }

    /** Its log, for the message of a test that fails. */
    String log() {
        return process.err();
    }

    @Override
    public void close() {
        process.close();
    }
}
