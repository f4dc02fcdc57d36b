package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import java.nio.file.Path;
import java.util.List;

/** A process that keeps what it mined again and again, until it is killed. */
final class KeepingProcess {

    static final KnownHome HOME = new KnownHome(HallLife.registry(), List.of(), List.of());

    private KeepingProcess() {}

    static KeptSessions sessions(Path file) {
        return new KeptSessions(HomeId.DEFAULT, new WireJson(), file, "1.2.3");
    }

    /** Takes the file, and tells with a line each time that it is kept. */
    public static void main(String[] arguments) {
        KeptSessions sessions = sessions(Path.of(arguments[0]));
        MiningSession session = sessions.fresh(HOME);
        HallLife.events(1).forEach(session::take);
        while (sessions.keep(session)) {
            System.out.println("kept");
        }
    }
}
