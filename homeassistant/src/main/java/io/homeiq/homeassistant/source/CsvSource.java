package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.StateChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the history page exports: {@code entity_id,state,last_changed}, usually one entity after the other, so that the
 * rows are sorted by time first. Home Assistant does not quote states that hold commas: what stands between the first
 * and the last column is the state. Nothing tells who caused a change.
 */
final class CsvSource implements HistorySource {

    private final TextFile file;
    private final char separator;

    CsvSource(TextFile file, char separator) {
        this.file = file;
        this.separator = separator;
    }

    /** Whether the first line of a file is the header of such an export, whatever separates it. */
    static Optional<Character> separatorOf(String firstLine) {
        String header = firstLine.strip().replace("\"", "");
        for (char separator : new char[] {',', ';', '\t'}) {
            if (header.equalsIgnoreCase("entity_id" + separator + "state" + separator + "last_changed")) {
                return Optional.of(separator);
            }
        }
        return Optional.empty();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public SourceReport read(Consumer<HomeEvent> sink) {
        Tally tally = new Tally(sink);
        try (InputStream in = file.open();
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
                TimeSort sort = new TimeSort(new Predecessors(tally::deliver))) {
            IOException failed = readRows(new CsvRecords(text, separator), tally, sort);
            sort.finish();
            if (failed != null) {
                throw file.failure(failed, tally.rows() + 1);
            }
        } catch (IOException failed) {
            throw file.failure(failed, tally.rows() + 1);
        }
        return tally.report();
    }

    /** Reads as far as the file goes; what ended it too early, or null. */
    private @Nullable IOException readRows(CsvRecords records, Tally tally, TimeSort sort) {
        RowReader reader = new RowReader(separator);
        List<String> values = CsvRecords.values();
        try {
            records.next(values); // the header
            while (records.next(values)) {
                if (values.size() == 1 && values.getFirst().isBlank()) {
                    continue;
                }
                tally.row();
                Parsed parsed = records.isTooLong() ? new Parsed.Skipped(SkipReason.LONG_LINE) : reader.read(values);
                switch (parsed) {
                    case Parsed.Skipped skipped -> tally.skip(skipped.reason());
                    case Parsed.Happened happened -> sort.add(happened.event());
                }
            }
        } catch (IOException failed) {
            return failed;
        }
        return null;
    }

    /** Makes an event of the values of one row. */
    private static final class RowReader {

        private final EntityIds entityIds = new EntityIds();
        private final TimeText times = new TimeText();
        private final String separator;

        RowReader(char separator) {
            this.separator = String.valueOf(separator);
        }

        Parsed read(List<String> values) {
            int last = values.size() - 1;
            if (last < 2) {
                return new Parsed.Skipped(SkipReason.INVALID_CSV);
            }
            Optional<EntityId> entity = entityIds.of(values.getFirst().strip());
            String state = String.join(separator, values.subList(1, last));
            long time = times.micros(values.get(last).strip());
            String fault = faultOf(entity, state, time);
            if (fault != null) {
                return new Parsed.Skipped(fault);
            }
            HomeEvent event = new StateChange(
                    entity.orElseThrow(), null, state, Attributes.NONE, TimeText.instant(time), Context.UNKNOWN);
            return new Parsed.Happened(event, 0);
        }

        private static @Nullable String faultOf(Optional<EntityId> entity, String state, long time) {
            if (entity.isEmpty()) {
                return SkipReason.BAD_ENTITY_ID;
            }
            if (time == TimeText.NONE || !TimeText.isPossible(time)) {
                return SkipReason.BAD_TIME;
            }
            if (state.isEmpty()) {
                return SkipReason.NO_STATE;
            }
            return state.length() > StateChange.MAX_STATE_LENGTH ? SkipReason.LONG_STATE : null;
        }
    }
}
