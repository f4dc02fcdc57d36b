package io.homeiq.automation.suggestion;

import io.homeiq.automation.mode.ModeBook;
import io.homeiq.contracts.suggestion.Mode;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;

/**
 * How many new suggestions an owner is asked to look at in any seven days. What counts is when each was made, as it is
 * stored, so a restart changes nothing; those that somebody asked for count too, yet are made whatever is left.
 */
public final class WeeklyBudget {

    public static final int DEFAULT_PER_WEEK = 5;

    /** More a week than this is no budget. */
    public static final int MAX_PER_WEEK = 1_000;

    private static final Duration WEEK = Duration.ofDays(7);

    /** A suggestion from further ahead was made while the clock was wrong, and must not hold up others for years. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final SuggestionBook book;
    private final int perWeek;
    private final ModeBook modes;

    /**
     * @param perWeek 0 to {@link #MAX_PER_WEEK}; 0: none is made unless somebody asks
     * @param modes while the mode is off, none is made unless somebody asks
     */
    public WeeklyBudget(SuggestionBook book, int perWeek, ModeBook modes) {
        if (perWeek < 0 || perWeek > MAX_PER_WEEK) {
            throw new IllegalArgumentException("perWeek must lie within 0 and " + MAX_PER_WEEK + ", was: " + perWeek);
        }
        this.book = book;
        this.perWeek = perWeek;
        this.modes = modes;
    }

    /** How many may still be made now, 0 or more. */
    Future<Integer> left(SqlConnection connection) {
        Instant now = book.now();
        return modes.load(connection)
                .compose(chosen -> chosen.mode() == Mode.OFF
                        ? Future.succeededFuture(0)
                        : book.countMade(connection, now.minus(WEEK), now.plus(AHEAD))
                                .map(made -> (int) Math.max(0, perWeek - made)));
    }
}
