package io.homeiq.service.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Reads the lines of one answer in batches; while a batch is worked on, nothing more is taken from the connection. */
final class LineReader {

    /** A longer line cannot be an event. In bytes. */
    static final int MAX_LINE_BYTES = 4 * 1024 * 1024;

    private final Vertx vertx;
    private final HttpClientResponse response;
    private final RecordParser parser;
    private final LineSink sink;
    private final int batchLines;
    private final UnaryOperator<Throwable> explain;
    private final Promise<Long> done = Promise.promise();
    private List<Buffer> batch = new ArrayList<>();
    private long lines;
    private long linesAtLastLook;
    private boolean working;
    private boolean ended;

    /** @param explain what to say of a broken connection; a failure of the sink is told as it is */
    LineReader(
            Vertx vertx, HttpClientResponse response, LineSink sink, int batchLines, UnaryOperator<Throwable> explain) {
        this.vertx = vertx;
        this.response = response;
        this.parser = RecordParser.newDelimited("\n", response).maxRecordSize(MAX_LINE_BYTES);
        this.sink = sink;
        this.batchLines = batchLines;
        this.explain = explain;
    }

    /**
     * Succeeds with the number of lines once the last one was taken.
     *
     * @param patience how long no line may come while one is waited for; then it fails
     */
    Future<Long> read(Duration patience) {
        parser.exceptionHandler(broken -> giveUp(explain.apply(broken)));
        parser.endHandler(end -> {
            ended = true;
            hand();
        });
        parser.handler(this::line);
        long watch = vertx.setPeriodic(patience.toMillis(), tick -> look());
        return done.future().onComplete(end -> vertx.cancelTimer(watch));
    }

    private void look() {
        boolean stuck = !working && !ended && lines == linesAtLastLook;
        linesAtLastLook = lines;
        if (stuck) {
            giveUp(explain.apply(new TimeoutException("no line came")));
        }
    }

    private void line(Buffer line) {
        if (line.length() > 0) {
            batch.add(line);
            lines++;
        }
        if (batch.size() >= batchLines) {
            hand();
        }
    }

    private void hand() {
        if (working || done.future().isComplete()) {
            return;
        }
        if (batch.isEmpty()) {
            finishIfEnded();
            return;
        }
        List<Buffer> full = batch;
        batch = new ArrayList<>();
        working = true;
        parser.pause();
        take(full).onFailure(this::giveUp).onSuccess(taken -> {
            working = false;
            linesAtLastLook = -1;
            if (batch.size() >= batchLines || ended) {
                hand();
            } else {
                parser.resume();
            }
        });
    }

    /** A sink may be anyone's code: what it throws ends this stream and nothing else. */
    private Future<Void> take(List<Buffer> full) {
        try {
            return sink.take(full);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void finishIfEnded() {
        if (ended) {
            done.tryComplete(lines);
        }
    }

    private void giveUp(Throwable failure) {
        if (done.tryFail(failure)) {
            response.request().connection().close();
        }
    }
}
