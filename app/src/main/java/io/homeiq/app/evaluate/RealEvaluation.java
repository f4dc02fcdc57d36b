package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Evidence;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.simulation.engine.Chance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** Looks for habits in recordings of real homes, and for what is still found when their times are shuffled. */
public final class RealEvaluation {

    private static final int SHUFFLES = 5;

    private final Path data;
    private final long seed;

    /**
     * An evaluation of the sets in a folder.
     *
     * @param seed of the shuffles
     */
    public RealEvaluation(Path data, long seed) {
        this.data = data;
        this.seed = seed;
    }

    /** A result for each set that is known; those that are not there say so. */
    public List<RealResult> run() throws IOException {
        List<RealResult> results = new ArrayList<>();
        for (RealSet set : RealSet.values()) {
            List<Activation> uses = set.read(data);
            results.add(uses.isEmpty() ? new RealResult(set.title(), 0, 0, 0, 0, 0, 0) : result(set, uses));
        }
        return results;
    }

    private RealResult result(RealSet set, List<Activation> uses) {
        RealTrial trial = new RealTrial(set.zone());
        List<Pattern> proven = trial.proven(uses);
        Chance chance = new Chance(seed).fork(set.title());
        int survivors = 0;
        for (int i = 0; i < SHUFFLES; i++) {
            survivors += trial.proven(RealTrial.shuffled(uses, chance)).size();
        }
        return new RealResult(
                set.title(),
                uses.size(),
                proven.size(),
                sum(proven, Evidence::fired),
                sum(proven, Evidence::agreed),
                survivors,
                SHUFFLES);
    }

    private static int sum(List<Pattern> proven, ToIntFunction<Evidence> count) {
        return proven.stream()
                .map(Pattern::evidence)
                .filter(Objects::nonNull)
                .mapToInt(count)
                .sum();
    }
}
