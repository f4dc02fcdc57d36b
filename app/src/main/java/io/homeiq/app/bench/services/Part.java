package io.homeiq.app.bench.services;

import io.homeiq.app.bench.Measure;
import io.homeiq.app.terminal.Console;
import java.nio.file.Path;
import java.util.List;

/** One question about the running services. */
interface Part {

    /**
     * Starts what it needs, measures, and ends all of it.
     *
     * @param folder empty, for this part alone
     */
    List<Measure> run(Path folder, Mosquitto broker, Console console) throws Exception;
}
