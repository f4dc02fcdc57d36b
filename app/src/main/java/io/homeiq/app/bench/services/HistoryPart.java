package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Measure;
import io.homeiq.app.bench.Quantiles;
import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.Console;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The Data API over ten million events: pages anywhere in them, and all of them as a stream. */
final class HistoryPart implements Part {

    private static final double PAGE_MILLIS_FLOOR = 20;
    private static final double STREAM_FLOOR = 200_000;
    private static final double QUANTILE = 0.99;
    private static final int WARM_UP = 1_000;
    private static final int PAGES = 2_000;
    private static final int CLIENTS = 4;
    private static final long SEED = 20;
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public List<Measure> run(Path folder, Mosquitto broker, Console console) throws Exception {
        Path volume = Files.createDirectories(folder.resolve("volume"));
        LongHistory.write(volume.resolve("history.db"), console);
        try (Processes data = Processes.start(folder, broker, EnumSet.of(Role.DATA), Map.of());
                Load load = new Load(CLIENTS)) {
            int port = data.port(Role.DATA);
            List<Measure> measures = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(SEED);
            console.remark("reading pages, seed " + SEED + "…");
            kinds(random).forEach((kind, paths) -> measures.add(page(load, port, kind, paths)));
            console.remark("reading all as a stream…");
            stream(port); // warms up
            measures.add(new Measure("all 10,000,000 events as NDJSON", stream(port), "events/s", STREAM_FLOOR, false));
            return measures;
        }
    }

    /** What people and programs ask for, each at places all over the history. */
    private static Map<String, List<String>> kinds(SplittableRandom random) {
        String events = "/api/v1/events?limit=100";
        return Map.of(
                "newest", List.of(events),
                "from a time on", Load.repeated(i -> events + "&order=asc&start_time=" + somewhere(random), PAGES),
                "before a time", Load.repeated(i -> events + "&end_time=" + somewhere(random), PAGES),
                "of a lamp",
                        Load.repeated(
                                i -> events + "&entity_id=" + LongHistory.LAMP + "&end_time=" + somewhere(random),
                                PAGES),
                "of a switch that rarely moves", List.of(events + "&entity_id=" + LongHistory.RARE));
    }

    private static Instant somewhere(SplittableRandom random) {
        return LongHistory.BEGIN.plusSeconds(random.nextLong(LongHistory.LENGTH.toSeconds()));
    }

    private static Measure page(Load load, int port, String kind, List<String> paths) {
        try {
            Quantiles millis = load.warmAndRun(port, WARM_UP, PAGES, paths);
            return new Measure(
                    "page of 100 of 10,000,000 events, " + kind + ", 99 of 100",
                    millis.at(QUANTILE),
                    "ms",
                    PAGE_MILLIS_FLOOR,
                    true);
        } catch (Exception e) {
            throw new IllegalStateException("pages " + kind, e);
        }
    }

    /** Events a second, counted by their line ends. */
    private static double stream(int port) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/api/v1/events?order=asc")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Accept", "application/x-ndjson");
        long start = System.nanoTime();
        long lines = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = connection.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        if (lines != LongHistory.EVENTS) {
            throw new IllegalStateException("the stream has " + lines + " events");
        }
        return lines / ((System.nanoTime() - start) / 1e9);
    }
}
