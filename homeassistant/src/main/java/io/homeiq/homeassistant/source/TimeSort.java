package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Sorts events by time, equal times in the order in which they were added, in bounded memory: what does not fit is
 * sorted piece by piece into temporary files, which are merged at the end.
 */
final class TimeSort implements AutoCloseable {

    /** Events held in memory at a time; with small attributes about 50 MiB. */
    private static final int MAX_HELD = 250_000;

    private static final Comparator<HomeEvent> BY_TIME = Comparator.comparing(HomeEvent::time);

    private final Consumer<HomeEvent> sink;
    private final int maxHeld;
    private final List<HomeEvent> held = new ArrayList<>();
    private final List<Path> pieces = new ArrayList<>();

    TimeSort(Consumer<HomeEvent> sink) {
        this(sink, MAX_HELD);
    }

    TimeSort(Consumer<HomeEvent> sink, int maxHeld) {
        this.sink = sink;
        this.maxHeld = maxHeld;
    }

    void add(HomeEvent event) {
        if (held.size() >= maxHeld) {
            outside(this::spill);
        }
        held.add(event);
    }

    /** Hands over everything that was added. */
    void finish() {
        if (pieces.isEmpty()) {
            held.sort(BY_TIME);
            held.forEach(sink);
            held.clear();
            return;
        }
        outside(this::spill);
        outside(this::merge);
    }

    /** A step that works on temporary files. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void outside(Step step) {
        try {
            step.run();
        } catch (IOException failed) {
            String message = "the temporary folder " + System.getProperty("java.io.tmpdir") + " fails ("
                    + TextFile.describe(failed) + "); free space there, or name another by -Djava.io.tmpdir=FOLDER";
            throw new SourceException(SourceException.Kind.INACCESSIBLE, message, failed);
        }
    }

    private void spill() throws IOException {
        held.sort(BY_TIME);
        Path piece = Files.createTempFile("homeiq-sort-", ".ndjson");
        pieces.add(piece);
        HomeEventJson json = new HomeEventJson();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(piece))) {
            for (HomeEvent event : held) {
                out.write(json.write(event).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        held.clear();
    }

    private void merge() throws IOException {
        List<Piece> open = new ArrayList<>();
        try {
            PriorityQueue<Head> heads = new PriorityQueue<>();
            for (Path piece : pieces) {
                open.add(new Piece(Files.newInputStream(piece), open.size()));
                open.getLast().head(heads);
            }
            while (!heads.isEmpty()) {
                Head earliest = heads.remove();
                sink.accept(earliest.event);
                earliest.piece.head(heads);
            }
        } finally {
            for (Piece piece : open) {
                piece.in.close();
            }
        }
    }

    /** Deletes the temporary files. */
    @Override
    public void close() {
        for (Path piece : pieces) {
            outside(() -> Files.deleteIfExists(piece));
        }
    }

    /** The earliest event of a piece that was not handed over. */
    private record Head(HomeEvent event, Piece piece) implements Comparable<Head> {

        @Override
        public int compareTo(Head other) {
            int byTime = BY_TIME.compare(event, other.event);
            return byTime != 0 ? byTime : Integer.compare(piece.order, other.piece.order);
        }
    }

    /** One sorted file on its way through the merge. */
    private static final class Piece {

        private final InputStream in;
        private final ByteLines lines;
        private final HomeEventJson json = new HomeEventJson();
        private final int order;

        Piece(InputStream in, int order) {
            this.in = in;
            this.lines = new ByteLines(in);
            this.order = order;
        }

        /** Adds the next event, if there is one. */
        void head(PriorityQueue<Head> heads) throws IOException {
            if (!lines.next()) {
                return;
            }
            if (!(json.parse(lines.buffer(), lines.from(), lines.to()) instanceof Parsed.Happened happened)) {
                throw new IOException("a temporary file was changed while it was in use");
            }
            heads.add(new Head(happened.event(), this));
        }
    }
}
