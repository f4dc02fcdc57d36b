package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Measure;
import io.homeiq.app.settings.Role;
import io.homeiq.app.simulate.HomeFolder;
import io.homeiq.app.terminal.Console;
import io.homeiq.simulation.SampleHome;
import io.homeiq.simulation.SimulationSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of an analysed home, and health, asked by 32 clients at once. */
final class ListsPart implements Part {

    private static final long SEED = 1;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 60;
    private static final int SENSOR_SECONDS = 600;
    private static final int CLIENTS = 32;
    private static final int WARM_UP = 40_000;
    private static final int REQUESTS = 40_000;
    private static final double FLOOR = 10;
    private static final double QUANTILE = 0.99;
    private static final Set<Role> NEEDED = EnumSet.of(Role.DATA, Role.PATTERN, Role.AUTOMATION);

    private record Question(String name, Role role, List<String> paths) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("patterns", Role.PATTERN, List.of("/api/v1/patterns/list")),
            new Question("suggestions", Role.AUTOMATION, List.of("/api/suggestions/list")),
            new Question(
                    "patterns by kind and confidence",
                    Role.PATTERN,
                    List.of(
                            "/api/v1/patterns/list?pattern_type=time_of_day&min_confidence=0.5",
                            "/api/v1/patterns/list?pattern_type=trigger_action&limit=20",
                            "/api/v1/patterns/list?min_confidence=0.8&offset=10")),
            new Question("health", Role.PATTERN, List.of("/health/ready", "/health/health", "/health/live")));

    @Override
    public List<Measure> run(Path folder, Mosquitto broker, Console console) throws Exception {
        HomeFolder home = new HomeFolder(
                SampleHome.generate(SimulationSettings.of(SEED, FIRST_DAY, DAYS).withSensors(0, SENSOR_SECONDS)),
                folder.resolve("home"));
        home.writeHistory();
        try (Processes services = Processes.start(folder, broker, NEEDED, Map.of());
                Load load = new Load(CLIENTS)) {
            new AnalysedHome(services).fill(home);
            List<Measure> measures = new ArrayList<>();
            for (Question question : QUESTIONS) {
                console.remark(CLIENTS + " clients ask for " + question.name() + "…");
                double millis = load.warmAndRun(services.port(question.role()), WARM_UP, REQUESTS, question.paths())
                        .at(QUANTILE);
                measures.add(new Measure(
                        question.name() + ", " + CLIENTS + " clients, 99 of 100", millis, "ms", FLOOR, true));
            }
            return measures;
        }
    }
}
