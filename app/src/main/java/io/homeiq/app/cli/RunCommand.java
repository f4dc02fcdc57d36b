package io.homeiq.app.cli;

import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.runtime.StartException;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq run}: the services, until they are told to end. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Connects to Home Assistant (HA_URL, HA_TOKEN) and to a broker (MQTT_BROKER; without it, an embedded one), fills "
                    + "history back, follows live changes, finds habits, suggests, and deploys what is approved.",
            ""
        },
        footer = {
            "",
            "Settings are environment variables:",
            "  HA_URL, HA_TOKEN          Home Assistant and a long-lived token of an administrator",
            "  MQTT_BROKER               mqtt://host:1883 or mqtts://host:8883; none: an embedded broker",
            "  MQTT_PORT, MQTT_USERNAME, MQTT_PASSWORD",
            "  HOMEIQ_DATA               data folder (default: data)",
            "  DATABASE_PATH or DATABASE_URL   the shared database (default: shared.db in the data folder)",
            "  HOMEIQ_HOME               name of the home in topics (default: home)",
            "  HOMEIQ_BIND               address to listen on (default: 127.0.0.1)",
            "  HOMEIQ_API_KEY            needed when HOMEIQ_BIND is not loopback",
            "  HOMEIQ_DATA_PORT 8006, HOMEIQ_PATTERN_PORT 8016, HOMEIQ_TRAINING_PORT 8017, HOMEIQ_QUERY_PORT 8018, "
                    + "HOMEIQ_AUTOMATION_PORT 8021",
            "  DATA_API_URL, AI_PATTERN_SERVICE_URL, AI_TRAINING_SERVICE_URL, AI_QUERY_SERVICE_URL, "
                    + "AI_AUTOMATION_SERVICE_URL   where the others are, if not on this machine",
            "  HOMEIQ_LOG                text or json; HOMEIQ_LOG_LEVEL INFO"
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--roles",
            paramLabel = "LIST",
            description = "services of this process: data,pattern,training,query,automation (default: all)")
    private String roles = "";

    private final Environment environment;

    RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<Role> wanted = Roles.parse(roles);
        Settings settings = environment.settings();
        CountDownLatch ended = new CountDownLatch(1);
        try (HomeIq homeIq = HomeIq.start(settings, wanted, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                homeIq.close();
                ended.countDown();
            }));
            homeIq.describe().forEach(environment.console()::line);
            ended.await();
            return ExitCode.OK;
        } catch (StartException e) {
            throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }
}
