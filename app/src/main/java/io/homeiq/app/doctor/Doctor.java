package io.homeiq.app.doctor;

import io.homeiq.app.settings.Settings;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** All checks, from what everything stands on to what only some things need. */
public final class Doctor {

    private final List<Check> checks;

    private Doctor(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** With settings that are good already. */
    public static Doctor of(Vertx vertx, Settings settings, InstantSource clock) {
        return new Doctor(List.of(
                new DataFolderCheck(settings.dataFolder()),
                DiskCheck.of(settings.dataFolder()),
                new HistoryCheck(settings.historyDatabase()),
                new SharedDatabaseCheck(settings.sharedDatabase()),
                new PortsCheck(settings),
                new NetworkCheck(settings),
                new BrokerCheck(vertx, settings),
                new HomeAssistantCheck(vertx, settings.homeAssistant()),
                new ClockCheck(settings.homeAssistant(), clock)));
    }

    /**
     * Looks at everything, one after the other.
     *
     * @param teller is told each finding as soon as it is known
     * @return whether nothing must be mended
     */
    public boolean examine(Consumer<Finding> teller) {
        boolean well = true;
        for (Check check : checks) {
            for (Finding finding : check.findings()) {
                teller.accept(finding);
                well &= finding.verdict() != Finding.Verdict.MEND;
            }
        }
        return well;
    }
}
