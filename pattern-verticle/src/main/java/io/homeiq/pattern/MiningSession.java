package io.homeiq.pattern;

import io.homeiq.contracts.event.StateChanged;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.pattern.Pattern;
import io.homeiq.mining.Analysis;
import io.homeiq.mining.Miner;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.Progress;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import io.homeiq.mining.synergy.SynergySearch;
import io.homeiq.store.history.HistoryReader;
import io.homeiq.store.learning.LearningPauses;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A miner and its place in the log of the home. For one thread at a time.
 */
final class MiningSession {

    /** An event this much older than the newest one was brought in later: what was mined without it is worth little. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** What happened longer ago than this is history being filled in, not life. */
    private static final Duration LIVE = Duration.ofMinutes(10);

    /** A home has been told not to learn less often. */
    private static final int MAX_PAUSES = 100_000;

    private final Miner miner;
    private final KnownHome known;

    /** Written by the one thread that mines, read by whoever asks how far it is. */
    private volatile long seq;

    private LearningPauses pauses = LearningPauses.NONE;
    private @Nullable Sequenced newest;
    private @Nullable Sequenced last;
    private boolean late;
    private boolean outOfOrder;
    private boolean pausesMoved;
    private long lines;

    MiningSession(HomeId home, KnownHome known) {
        this(known, new Miner(home, known.registry(), known.automations(), MiningSettings.DEFAULT));
    }

    private MiningSession(KnownHome known, Miner miner) {
        this.known = known;
        this.miner = miner;
        miner.remember(known.patterns());
    }

    /** What happens in these times is passed over from now on, as if nobody had been there. */
    void leaveOut(LearningPauses unwanted) {
        pausesMoved |= lines > 0 && !pauses.equals(unwanted);
        pauses = unwanted;
    }

    /** Takes in one event; one that was taken in already changes nothing. */
    void take(Sequenced sequenced) {
        lines++;
        Instant time = sequenced.event().time();
        Sequenced before = newest;
        if (before == null || HistoryReader.OLDEST_FIRST.compare(before, sequenced) <= 0) {
            newest = sequenced;
        } else {
            late = true;
            outOfOrder |= time.isBefore(before.event().time().minus(LATE));
        }
        if (sequenced.seq() > seq) {
            seq = sequenced.seq();
            last = sequenced;
        }
        if (!pauses.cover(time)) {
            miner.accept(sequenced.event());
        }
    }

    /**
     * Takes in announced changes for as long as each is the next event of the log; those that were taken in already
     * change nothing.
     *
     * @return false at the first one with something before it that was not announced; it and the rest are not taken in
     */
    boolean takeNext(List<StateChanged> announced) {
        for (StateChanged bell : announced) {
            if (bell.seq() > seq + 1) {
                return false;
            }
            if (bell.seq() == seq + 1) {
                take(new Sequenced(bell.seq(), bell.change()));
            }
        }
        return !outOfOrder;
    }

    /** The number of the newest event that was taken in; 0 before the first. */
    long seq() {
        return seq;
    }

    /** Whether history from before came in, so that the events must be mined again from the beginning, and at once. */
    boolean isOutOfOrder() {
        return outOfOrder;
    }

    /** Lines of the log that hold no event that can be read. */
    void passOver(int unread) {
        lines += unread;
    }

    /**
     * Whether it was begun with what is known of the home now, and every event came in the order of the history. One that
     * is late by a moment may be the command that explains what was taken for a hand.
     */
    boolean isOf(KnownHome now, LearningPauses unwanted) {
        return !(late || pausesMoved)
                && pauses.equals(unwanted)
                && known.registry().equals(now.registry())
                && known.automations().equals(now.automations());
    }

    /** What was known of the home when it was begun. */
    KnownHome known() {
        return known;
    }

    /**
     * The event with the highest number.
     *
     * @throws NoSuchElementException before the first
     */
    Sequenced last() {
        return Optional.ofNullable(last).orElseThrow();
    }

    /** Whether a log with so many lines may be the one that it took in, and has only grown since. */
    boolean fitsInto(long logged) {
        return lines <= logged;
    }

    /** Whether it holds anything, and what another one would that is given the same history in order. */
    boolean isWorthKeeping() {
        return last != null && !(late || pausesMoved);
    }

    /** Whether it took in all of a log with so many lines, and nothing that is not there any more. */
    boolean isWhole(long logged) {
        return lines == logged;
    }

    /** What the events taken in since the last call brought to light, if they are news and not old history. */
    List<Pattern> fresh(Instant now) {
        if (outOfOrder || newest == null || newest.event().time().isBefore(now.minus(LIVE))) {
            miner.settle();
            return List.of();
        }
        return miner.fresh();
    }

    /** A search in what was mined so far; empty while that is too little. */
    Optional<SynergySearch> synergies(List<Pattern> patterns) {
        return miner.synergies(patterns);
    }

    /**
     * Everything found in what was taken in.
     *
     * @param patterns those that are known now; those that were known at the beginning count no more
     */
    Analysis analyse(List<Pattern> patterns, Progress progress) {
        miner.rememberOnly(patterns);
        miner.settle();
        return miner.analyse(progress);
    }

    /** Writes one that {@link #isWorthKeeping}. */
    void write(MemoryWriter out) throws IOException {
        out.number(lines);
        LogPlace.write(Optional.ofNullable(newest).orElseThrow(), out);
        LogPlace.write(last(), out);
        out.count(pauses.pauses().size(), MAX_PAUSES);
        for (LearningPauses.Pause pause : pauses.pauses()) {
            out.instant(pause.from());
            Instant until = pause.until();
            out.flag(until != null);
            if (until != null) {
                out.instant(until);
            }
        }
        miner.write(out);
    }

    /** @param known the home of which it was written, and the patterns that are known now */
    static MiningSession read(MemoryReader in, HomeId home, KnownHome known) throws IOException {
        long lines = in.number();
        Sequenced newest = LogPlace.read(in);
        Sequenced last = LogPlace.read(in);
        List<LearningPauses.Pause> pauses = new ArrayList<>();
        int count = in.count(MAX_PAUSES);
        for (int i = 0; i < count; i++) {
            Instant from = in.instant();
            pauses.add(new LearningPauses.Pause(from, in.flag() ? in.instant() : null));
        }
        MiningSession session = new MiningSession(
                known, Miner.read(in, home, known.registry(), known.automations(), MiningSettings.DEFAULT));
        session.lines = lines;
        session.newest = newest;
        session.last = last;
        session.seq = last.seq();
        session.pauses = new LearningPauses(pauses);
        return session;
    }
}
