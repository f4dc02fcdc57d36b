package io.homeiq.app.replay;

import io.homeiq.app.analyze.HistoryPlace;
import io.homeiq.app.analyze.SourceImport;
import io.homeiq.app.analyze.SourceReading;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.cases.ReplayText;
import io.homeiq.homeassistant.template.HomeAssistantTemplates;
import io.homeiq.mining.Progress;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.replay.Answer;
import io.homeiq.replay.Happening;
import io.homeiq.replay.Life;
import io.homeiq.replay.Question;
import io.homeiq.replay.Replay;
import io.homeiq.replay.history.Act;
import io.homeiq.replay.history.Comparison;
import io.homeiq.replay.history.Happenings;
import io.homeiq.replay.history.Intentions;
import io.homeiq.replay.history.Prelude;
import io.homeiq.replay.history.Setting;
import io.homeiq.store.history.HistoryFilter;
import io.homeiq.store.history.HistoryLog;
import io.homeiq.store.history.HistoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * From files to firings, without any service: the sources are merged into a temporary history, which puts them in order
 * and counts everything once; that is gone through twice, once to tell who did what and once to live through.
 */
public final class OfflineReplay {

    /** Of the whole work, as measured: reading, telling who did what. */
    private static final double READ_SHARE = 0.7;

    private static final double TOLD_SHARE = 0.9;

    /** Events that are kept from the first time to the second, some tens of megabytes; of more all are read again. */
    private static final int MAX_KEPT = 150_000;

    private final Progress progress;
    private final LongSupplier nanos;

    /** @param nanos a clock that only runs forward, in nanoseconds */
    public OfflineReplay(Progress progress, LongSupplier nanos) {
        this.progress = progress;
        this.nanos = nanos;
    }

    /** Throws {@link IOException} if there is no place for the temporary history. */
    public ReplayOutcome run(ReplayRequest request) throws IOException {
        Path folder = Files.createTempDirectory("homeiq-replay-");
        try (HistoryLog log = HistoryLog.openScratch(folder.resolve("history.db"))) {
            long begun = nanos.getAsLong();
            List<SourceReading> readings = read(request, log);
            long read = nanos.getAsLong();
            try (HistoryReader reader = log.reader()) {
                ReplayOutcome.Result result = replay(request, reader);
                Duration reading = Duration.ofNanos(read - begun);
                return new ReplayOutcome(readings, result, reading, Duration.ofNanos(nanos.getAsLong() - read));
            }
        } finally {
            delete(folder);
        }
    }

    private List<SourceReading> read(ReplayRequest request, HistoryLog log) {
        List<SourceReading> readings = new ArrayList<>();
        int count = request.sources().size();
        for (HistoryPlace source : request.sources()) {
            double done = READ_SHARE * readings.size() / count;
            SourceImport reading =
                    new SourceImport(log, events -> progress.at("reading " + source.name() + ": " + events, done));
            readings.add(reading.read(source));
        }
        return readings;
    }

    private ReplayOutcome.Result replay(ReplayRequest request, HistoryReader reader) {
        progress.at("telling who did what", READ_SHARE);
        Kept kept = new Kept();
        Prelude prelude = prelude(request, reader, kept);
        Instant start = prelude.start();
        if (start == null) {
            return new ReplayOutcome.Result.NoHistory();
        }
        progress.at("living through it", TOLD_SHARE);
        Setting setting = new Setting(request.automation(), request.registry().config(), prelude);
        Life life = new Replay(new HomeAssistantTemplates()).begin(setting.question(start, Question.MAX_FIRINGS));
        if (kept.complete) {
            kept.events.forEach(life::accept);
        } else {
            reader.byTime(HistoryFilter.everything(), sequenced -> life.accept(Happenings.of(sequenced.event())));
        }
        return switch (life.finish()) {
            case Answer.Refused refused -> new ReplayOutcome.Result.Refused(refused.reason());
            case Answer.Replayed replayed -> new ReplayOutcome.Result.Done(text(request, prelude, setting, replayed));
        };
    }

    /** What happened, as long as it is not too much. */
    private static final class Kept {

        private final List<Happening> events = new ArrayList<>();
        private boolean complete = true;

        void add(HomeEvent event) {
            if (complete && events.size() == MAX_KEPT) {
                complete = false;
                events.clear();
            }
            if (complete) {
                events.add(Happenings.of(event));
            }
        }
    }

    private static Prelude prelude(ReplayRequest request, HistoryReader reader, Kept kept) {
        Attributor attributor = new Attributor(request.registry());
        Prelude prelude = new Prelude();
        reader.byTime(HistoryFilter.everything(), sequenced -> {
            HomeEvent event = sequenced.event();
            prelude.accept(event, attributor.accept(event).act());
            kept.add(event);
        });
        return prelude;
    }

    private static ReplayText text(ReplayRequest request, Prelude prelude, Setting setting, Answer.Replayed replayed) {
        Map<String, Set<String>> intended = Intentions.of(request.automation().tree());
        List<Act> people = setting.people(intended, replayed.firings());
        return new ReplayText(
                request.automation(),
                prelude.start(),
                prelude.end(),
                replayed,
                Comparison.of(replayed.firings(), people, intended),
                people,
                setting.gaps());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
