package io.homeiq.automation.suggestion;

import io.homeiq.service.event.Announcer;
import io.vertx.core.Future;

/**
 * Proposes what waits and what the bus did not bring: a broker that forgets everything while this service is away loses
 * events that were confirmed. The store is the truth, so every proven pattern in it gets its suggestion, sooner or later, as
 * the week's budget allows.
 */
public final class MissedPatterns {

    private final Announcer announcer;
    private final WaitingPatterns waiting;
    private final Proposals proposals;

    public MissedPatterns(Announcer announcer, WaitingPatterns waiting, Proposals proposals) {
        this.announcer = announcer;
        this.waiting = waiting;
        this.proposals = proposals;
    }

    /** Looks through the proven patterns once; a pattern that has a suggestion, whatever came of it, is passed over. */
    public Future<Void> propose() {
        return announcer
                .read(waiting::isAnybodysTurn)
                .compose(turn -> turn ? announcer.write(proposals::next) : Future.succeededFuture());
    }
}
