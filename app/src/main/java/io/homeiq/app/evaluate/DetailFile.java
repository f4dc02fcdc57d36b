package io.homeiq.app.evaluate;

import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.simulation.PlantedRoutine;
import io.homeiq.simulation.bench.BenchSettings;
import io.homeiq.simulation.score.Fate;
import io.homeiq.simulation.score.HomeScore;
import io.homeiq.simulation.score.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was planted in one home, and what was found, side by side, for whoever looks into a miss. */
final class DetailFile {

    private final Trial trial;
    private final BenchSettings settings;
    private final int number;
    private final SuggestionWriter words;

    DetailFile(Trial trial, BenchSettings settings, int number) {
        this.trial = trial;
        this.settings = settings;
        this.number = number;
        this.words = new SuggestionWriter(trial.registry(), new SafetyPolicy(trial.registry()));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = (settings.nullHome() ? "null-" : "home-") + (number + 1) + ".txt";
        Files.write(folder.resolve(name), lines());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "seed %d, %s, %d entities, %d events, attribution F1 %.3f",
                settings.seed(),
                trial.registry().config().timeZone(),
                trial.registry().entities().size(),
                trial.truth().causes().size(),
                trial.attribution().f1()));
        lines.add("");
        lines.add("PLANTED");
        trial.truth().planted().forEach(routine -> lines.add(line(routine)));
        lines.add("");
        lines.add("WATCHED");
        lines.addAll(trial.stories());
        lines.add("");
        lines.add("ODD");
        trial.truth().oddities().forEach(oddity -> lines.add(oddity.time() + " " + oddity.description()));
        lines.add("");
        lines.add("PROPOSED");
        trial.score().verdicts().forEach(verdict -> lines.add(line(verdict)));
        lines.add("");
        lines.add("FOUND, NOT PROPOSED");
        trial.patterns().stream().filter(pattern -> !pattern.isProven()).forEach(pattern -> lines.add(line(pattern)));
        return lines;
    }

    private String line(PlantedRoutine routine) {
        ZoneId zone = trial.registry().config().timeZone();
        Fate fate = Fate.of(routine, zone, trial.truth().end());
        HomeScore score = trial.score();
        String mark = score.found().contains(routine)
                ? "found   "
                : score.barred().contains(routine) ? "barred  " : fate == Fate.ASKED ? "MISSED  " : "        ";
        return mark
                + fate.name().toLowerCase(Locale.ROOT) + " " + routine.id() + ", "
                + routine.occurrences().size() + " times: " + routine.description() + "; " + routine.rule()
                + (routine.change() == null ? "" : "; " + routine.change());
    }

    private String line(Verdict verdict) {
        return String.format(Locale.ROOT, "%-8s", verdict.worth()) + String.join(" ", verdict.routines())
                + verdict.found().map(match -> " " + match).orElse("") + " " + line(verdict.pattern());
    }

    private String line(Pattern pattern) {
        String why = pattern.finding() instanceof Finding.NotProposed not ? "; " + not.reason() : "";
        return String.format(
                Locale.ROOT,
                "%s: %s; confidence %.2f, q %.4f, %d times; %s%s",
                pattern.kind().name().toLowerCase(Locale.ROOT),
                words.title(pattern.rule()),
                pattern.confidence(),
                pattern.qValue(),
                pattern.occurrences(),
                pattern.rule(),
                why);
    }
}
