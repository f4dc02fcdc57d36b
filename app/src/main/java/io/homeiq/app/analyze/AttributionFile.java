package io.homeiq.app.analyze;

import io.homeiq.contracts.file.AttributionLine;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.mining.attribution.Attribution;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes who caused each change, a line each, in the order of the sources; a repeated change is told again. */
final class AttributionFile {

    private final Function<StateChange, Attribution> causes;
    private final WireJson json = new WireJson();

    /** @param causes knows who caused a change, with all that the whole history tells */
    AttributionFile(Function<StateChange, Attribution> causes) {
        this.causes = causes;
    }

    void write(List<HistoryPlace> sources, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (HistoryPlace source : sources) {
                writeSource(source, out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeSource(HistoryPlace source, BufferedWriter out) {
        try {
            source.open().read(event -> {
                if (event instanceof StateChange change) {
                    writeLine(change, out);
                }
            });
        } catch (SourceException e) {
            // Told already when it was read for the analysis; up to there the lines are written.
            return;
        }
    }

    private void writeLine(StateChange change, BufferedWriter out) {
        Attribution cause = causes.apply(change);
        AttributionLine line = new AttributionLine(
                change.entityId(),
                change.time(),
                cause.cause().name().toLowerCase(Locale.ROOT),
                cause.person(),
                cause.automation(),
                cause.probability());
        try {
            out.write(json.toText(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
