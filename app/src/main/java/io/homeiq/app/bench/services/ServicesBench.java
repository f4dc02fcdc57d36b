package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Bench;
import io.homeiq.app.bench.Measure;
import io.homeiq.app.terminal.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The five services on a real mosquitto: start and memory, pages and streams, lists, the bus, the cache. */
public final class ServicesBench implements Bench {

    private final Path folder;

    public ServicesBench(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "services";
    }

    @Override
    public List<Measure> run(Console console) throws Exception {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("start", new StartPart());
        parts.put("cache", new CachePart());
        parts.put("lists", new ListsPart());
        parts.put("bus", new BusPart());
        parts.put("history", new HistoryPart());
        List<Measure> measures = new ArrayList<>();
        try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"))) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                Path own = Files.createDirectories(folder.resolve(part.getKey()));
                measures.addAll(part.getValue().run(own, broker, console));
            }
        }
        return measures;
    }
}
