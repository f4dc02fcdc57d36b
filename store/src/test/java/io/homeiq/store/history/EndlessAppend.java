package io.homeiq.store.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.Sequenced;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Appends without end and prints the last number of each append once it is committed, until it is killed. */
public final class EndlessAppend {

    static final int BATCH = 500;

    private EndlessAppend() {}

    static List<HomeEvent> batch(int number) {
        return Events.toggles(BATCH * (number + 1)).subList(BATCH * number, BATCH * (number + 1));
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (HistoryLog log = HistoryLog.open(Path.of(arguments[0]))) {
            for (int i = (int) (log.lastSeq() / BATCH); ; i++) {
                List<Sequenced> added = log.append(batch(i), "endless").added();
                out.println("committed " + added.getLast().seq());
            }
        }
    }
}
