package io.homeiq.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.homeiq.app.doctor.Doctor;
import io.homeiq.app.doctor.Finding;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.ExitCode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq doctor}: what is wrong around HomeIQ, and what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the settings, the data folder, the disk, the databases, the ports, the broker, Home Assistant and the clock, and "
                    + "says what to do. It changes nothing, and may be run while HomeIQ runs.",
            "Exit code 0 if all is well, 1 if something must be mended, 2 for a wrong setting."
        })
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as one JSON object")
    private boolean asJson;

    private final Environment environment;

    DoctorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = environment.settings();
        ObjectNode all = new ObjectMapper().createObjectNode();
        ArrayNode findings = all.putArray("findings");
        tell(Finding.good("settings", "all can be used"), findings);
        Vertx vertx = Vertx.vertx();
        try {
            boolean well = Doctor.of(vertx, settings, Clock.systemUTC()).examine(finding -> tell(finding, findings));
            if (asJson) {
                environment.console().line(all.put("well", well).toString());
            }
            return well ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            vertx.close();
        }
    }

    private void tell(Finding finding, ArrayNode findings) {
        String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
        if (asJson) {
            findings.addObject()
                    .put("check", finding.check())
                    .put("verdict", verdict)
                    .put("text", finding.text())
                    .put("cure", finding.cure());
            return;
        }
        String cure = finding.cure().isEmpty() ? "" : "; " + finding.cure();
        environment
                .console()
                .line(String.format(Locale.ROOT, "%-6s  %-14s  %s%s", verdict, finding.check(), finding.text(), cure));
    }
}
