package io.homeiq.training;

import io.homeiq.service.metrics.Metrics;
import io.homeiq.store.training.TrainingRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts trainings by how they ended, and the time they took. */
final class TrainingCount {

    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";

    private final Metrics metrics;

    /** All numbers are there from the beginning, so that the first training is seen as one more. */
    TrainingCount(Metrics metrics) {
        this.metrics = metrics;
        for (TrainingType type : TrainingType.values()) {
            runs(type.wireName(), COMPLETED);
            runs(type.wireName(), FAILED);
            time(type.wireName());
        }
    }

    void ended(TrainingRun run, boolean well, Duration took) {
        runs(run.trainingType(), well ? COMPLETED : FAILED).increment();
        time(run.trainingType()).record(took);
    }

    private Counter runs(String type, String outcome) {
        return metrics.counter("homeiq.training.runs", "Trainings by how they ended", "type", type, "outcome", outcome);
    }

    private Timer time(String type) {
        return Timer.builder("homeiq.training")
                .description("Time from the beginning of a training to its end")
                .tag("type", type)
                .register(metrics.registry());
    }
}
