package io.homeiq.data.imports;

import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;

/** The body of one request on its way into a file: some of it in memory, and never more than fits on the disk. */
final class Upload {

    /** Written at once. In bytes. */
    private static final int PIECE_BYTES = 256 * 1024;

    /** Other things may fill the disk meanwhile, so it is looked at again after so many bytes. */
    private static final long LOOK_EVERY_BYTES = 16L * 1024 * 1024;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final AsyncFile file;
    private final UploadFolder folder;
    private final Promise<Long> done = Promise.promise();
    private Buffer piece = Buffer.buffer();
    private boolean ended;
    private long written;
    private long looked;

    Upload(Vertx vertx, HttpServerRequest request, AsyncFile file, UploadFolder folder) {
        this.vertx = vertx;
        this.request = request;
        this.file = file;
        this.folder = folder;
    }

    /** Succeeds with the number of bytes once all are in the file; fails with a {@link ProblemException} if there is no room for them. */
    Future<Long> receive() {
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> {
            ended = true;
            write();
        });
        request.handler(part -> {
            piece.appendBuffer(part);
            if (piece.length() >= PIECE_BYTES) {
                request.pause();
                write();
            }
        });
        request.resume();
        return done.future();
    }

    private void write() {
        Buffer full = piece;
        piece = Buffer.buffer(PIECE_BYTES);
        file.write(full)
                .compose(safe -> {
                    written += full.length();
                    return written - looked < LOOK_EVERY_BYTES ? Future.<Void>succeededFuture() : look();
                })
                .recover(failure -> Future.failedFuture(explain(failure)))
                .onFailure(done::tryFail)
                .onSuccess(safe -> {
                    if (ended) {
                        done.tryComplete(written);
                    } else {
                        request.resume();
                    }
                });
    }

    private Future<Void> look() {
        looked = written;
        return vertx.executeBlocking(() -> folder.hasRoomFor(0), false)
                .compose(room -> Boolean.TRUE.equals(room) ? Future.succeededFuture() : full().asFailure());
    }

    /** The operating system tells of a full disk in words only, and they differ. */
    private static Throwable explain(Throwable failure) {
        boolean known = failure instanceof ProblemException;
        return known || !String.valueOf(failure.getMessage()).contains("space") ? failure : full().asException();
    }

    static Problem full() {
        return Problem.of(
                Kind.STORAGE_FULL,
                "there is no room for the file on the disk of the service; nothing stored is lost, free some space and try again");
    }
}
