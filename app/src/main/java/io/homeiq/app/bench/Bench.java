package io.homeiq.app.bench;

import io.homeiq.app.terminal.Console;
import java.util.List;

/** One part of the benchmark. */
public interface Bench {

    /** As on the command line, for example {@code import}. */
    String name();

    /** Runs it; what takes long is told to the console. */
    List<Measure> run(Console console) throws Exception;
}
