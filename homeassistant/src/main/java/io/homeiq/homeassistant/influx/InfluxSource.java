package io.homeiq.homeassistant.influx;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.homeassistant.source.HistorySource;
import io.homeiq.homeassistant.source.PagedStates;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The history that Home Assistant's integration wrote into an InfluxDB, in order of time. It is read in pages of so
 * much time as gives some ten thousand rows, and of each page nothing is handed over before it is there as a whole.
 */
public final class InfluxSource implements HistorySource {

    /** How long InfluxDB may be silent. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAGE = Duration.ofHours(3);
    private static final Duration SHORTEST_PAGE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAGE = Duration.ofDays(32);

    /** A page with fewer rows is followed by one of twice the time. */
    private static final long FEW_ROWS = 10_000;

    /** A page with more rows is followed by one of half the time. */
    private static final long MANY_ROWS = 40_000;

    private static final Duration ROUNDED = Duration.of(1, ChronoUnit.MICROS);

    private final String name;
    private final Supplier<HistoryPages> database;
    private final InfluxFaults faults;

    /** @param database asked for once by each reading, because it remembers what measurements there are */
    InfluxSource(String name, Supplier<HistoryPages> database, InfluxFaults faults) {
        this.name = name;
        this.database = database;
        this.faults = faults;
    }

    /** Like {@link #of(InfluxAddress, InfluxLogin, Duration)}, with {@link #PATIENCE}. */
    public static InfluxSource of(InfluxAddress address, InfluxLogin login) {
        return of(address, login, PATIENCE);
    }

    /**
     * Nothing is asked before it is read.
     *
     * @param patience how long it may be silent before a reading fails
     */
    public static InfluxSource of(InfluxAddress address, InfluxLogin login, Duration patience) {
        InfluxFaults faults = new InfluxFaults(address);
        String header = login.headerFor(address);
        InfluxHttp http = new InfluxHttp(address.endpoint(), header, faults, patience);
        Supplier<HistoryPages> database = switch (address) {
            case InfluxAddress.One one -> () -> new InfluxQlPages(one, http, faults);
            case InfluxAddress.Two two -> () -> new FluxPages(two, http, faults);
        };
        return new InfluxSource(address.database(), database, faults);
    }

    /** The database or the bucket. */
    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceReport read(Consumer<HomeEvent> sink) {
        HistoryPages pages = database.get();
        try (PagedStates states = new PagedStates(sink)) {
            Instant from = next(pages, Instant.EPOCH);
            if (from == null) {
                throw faults.nothingOfHomeAssistant();
            }
            read(pages, from, states);
            return states.report();
        }
    }

    private static void read(HistoryPages pages, Instant first, PagedStates states) {
        StateOfPoint reader = new StateOfPoint();
        Duration length = FIRST_PAGE;
        Instant from = first;
        try {
            while (from != null) {
                Instant to = from.plus(length);
                long before = states.rows();
                pages.read(from, to, point -> reader.tell(point, states));
                states.endPage();
                long rows = states.rows() - before;
                length = lengthAfter(length, rows);
                // Behind a page without rows there may be a gap of years, or the end.
                from = rows == 0 ? next(pages, to) : to;
            }
        } catch (SourceException failed) {
            String message = failed.getMessage() + "; what happened before " + from + " was read";
            throw new SourceException(failed.kind(), message, failed);
        }
    }

    /** Times are rounded, so the row that was found may lie a little before its time. */
    private static @Nullable Instant next(HistoryPages pages, Instant from) {
        Instant found = pages.next(from);
        return found == null ? null : found.minus(ROUNDED);
    }

    static Duration lengthAfter(Duration length, long rows) {
        if (rows < FEW_ROWS && length.compareTo(LONGEST_PAGE) < 0) {
            return length.multipliedBy(2);
        }
        return rows > MANY_ROWS && length.compareTo(SHORTEST_PAGE) > 0 ? length.dividedBy(2) : length;
    }
}
