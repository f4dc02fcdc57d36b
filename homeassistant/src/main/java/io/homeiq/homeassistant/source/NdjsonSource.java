package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines of JSON, an event each, in the order of the file. A file that begins with a state alone is one that was made
 * from answers of the history API: these are grouped by entity, so they are sorted by time first.
 */
final class NdjsonSource implements HistorySource {

    private final TextFile file;

    NdjsonSource(TextFile file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public SourceReport read(Consumer<HomeEvent> sink) {
        Tally tally = new Tally(sink);
        try (InputStream in = file.open();
                TimeSort sort = new TimeSort(new Predecessors(tally::deliver))) {
            ByteLines lines = new ByteLines(in);
            IOException failed = readLines(lines, tally, sort);
            sort.finish();
            if (failed != null) {
                throw file.failure(failed, lines.line());
            }
        } catch (IOException failed) {
            throw file.failure(failed, tally.rows());
        }
        return tally.report();
    }

    /** Reads as far as the file goes; what ended it too early, or null. */
    private static @Nullable IOException readLines(ByteLines lines, Tally tally, TimeSort sort) {
        HomeEventJson json = new HomeEventJson();
        boolean isSorted = false;
        try {
            while (lines.next()) {
                if (lines.isBlank()) {
                    continue;
                }
                tally.row();
                switch (parse(lines, json)) {
                    case Parsed.Skipped skipped -> tally.skip(reason(skipped, lines));
                    case Parsed.Happened happened -> {
                        isSorted |= tally.rows() == 1 && json.reader().isStateAlone();
                        if (isSorted) {
                            sort.add(happened.event());
                        } else {
                            tally.deliver(happened.event());
                        }
                    }
                }
            }
        } catch (IOException failed) {
            return failed;
        }
        return null;
    }

    private static Parsed parse(ByteLines lines, HomeEventJson json) {
        return lines.isTooLong()
                ? new Parsed.Skipped(SkipReason.LONG_LINE)
                : json.parse(lines.buffer(), lines.from(), lines.to());
    }

    private static String reason(Parsed.Skipped skipped, ByteLines lines) {
        boolean isCutOff = lines.isUnfinished() && skipped.reason().equals(SkipReason.INVALID_JSON);
        return isCutOff ? SkipReason.CUT_OFF : skipped.reason();
    }
}
