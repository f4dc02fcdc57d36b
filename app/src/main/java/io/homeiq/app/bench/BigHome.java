package io.homeiq.app.bench;

import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** A home of 200 entities with about so many events. */
public final class BigHome {

    private static final long SEED = 20_260_105;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 60;
    private static final int SENSORS = 176;
    private static final long DAY_SECONDS = 86_400;
    /** Everything but the measuring sensors. */
    private static final long OTHER_EVENTS = 98_000;

    private BigHome() {}

    /** Writes the files of 60 days into the folder. */
    static HomeFolder write(Path folder, long events) throws IOException {
        return write(folder, events, DAYS);
    }

    /** Writes the files of so many days into the folder, with as much in each as if there were the events in 60. */
    public static HomeFolder write(Path folder, long events, int days) throws IOException {
        long readings = Math.max(1, (events - OTHER_EVENTS) / SENSORS / DAYS);
        SimulationSettings settings = SimulationSettings.of(SEED, FIRST_DAY, days)
                .withSensors(SENSORS, (int) Math.max(1, DAY_SECONDS / readings));
        HomeFolder files = new HomeFolder(SampleHome.generate(settings), folder);
        files.writeHistory();
        return files;
    }
}
