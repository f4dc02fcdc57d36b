package io.homeiq.data.imports;

import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes files with history, and tells what became of them. */
public final class ImportRoutes implements Routes {

    /** Files that may be received or wait at once. */
    static final int MAX_AT_ONCE = 8;

    /** So many imports are remembered, the latest. */
    static final int MAX_REMEMBERED = 100;

    /** A client that waits for the end is told to come again after this, before its connection counts as dead. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(100);

    private static final String PATH = "/api/v1/imports";
    private static final int MAX_NAME = 100;
    private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{N}._ -]");

    private final Vertx vertx;
    private final Imports imports;
    private final InstantSource clock;
    /** Touched on the event loop of the server only, as is the number of open imports. */
    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();

    private int open;

    public ImportRoutes(Vertx vertx, Imports imports, InstantSource clock) {
        this.vertx = vertx;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public void addTo(Api api) {
        api.upload(HttpMethod.POST, PATH, this::take)
                .get(PATH, request -> Future.succeededFuture(Reply.ok(Map.of("imports", latestFirst()))))
                .get(
                        PATH + "/{id}",
                        request -> Future.succeededFuture(
                                Reply.ok(job(request.path("id")).toDocument())));
    }

    private Future<Reply> take(Request request) {
        if (open >= MAX_AT_ONCE) {
            return Problem.of(
                            Kind.TOO_MANY_REQUESTS,
                            MAX_AT_ONCE + " imports are under way; wait until one of them has ended")
                    .asFailure();
        }
        open++;
        String id = UUID.randomUUID().toString();
        return receive(request, id)
                .map(received -> new ImportJob(id, nameOf(request.text("name")), clock.instant()))
                .onFailure(failure -> open--)
                .onSuccess(this::begin)
                .compose(job -> answer(request, job));
    }

    private Future<Long> receive(Request request, String id) {
        String path = imports.folder().fileOf(id).toString();
        OpenOptions options = new OpenOptions().setRead(false).setWrite(true).setCreateNew(true);
        return vertx.executeBlocking(() -> imports.folder().hasRoomFor(lengthOf(request)), false)
                .compose(room -> Boolean.TRUE.equals(room)
                        ? vertx.fileSystem().open(path, options)
                        : Upload.full().asFailure())
                .compose(file -> new Upload(vertx, request.raw(), file, imports.folder())
                        .receive()
                        .eventually(file::close)
                        .recover(failure ->
                                vertx.fileSystem().delete(path).transform(deleted -> Future.failedFuture(failure))));
    }

    private void begin(ImportJob job) {
        jobs.put(job.id(), job);
        if (jobs.size() > MAX_REMEMBERED) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        job.ended().onComplete(end -> open--);
        imports.begin(job);
    }

    private Future<Reply> answer(Request request, ImportJob job) {
        String prefer = request.header("Prefer");
        if (prefer != null && prefer.contains("respond-async")) {
            return Future.succeededFuture(accepted(job));
        }
        return job.ended()
                .timeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .transform(end -> end.failed()
                        ? Future.succeededFuture(accepted(job))
                        : switch (end.result()) {
                            case ImportState.Failed failed ->
                                ImportJob.explain(job, failed).asFailure();
                            default -> Future.succeededFuture(Reply.ok(job.toDocument()));
                        });
    }

    private static Reply accepted(ImportJob job) {
        return Reply.accepted(job.toDocument(), PATH + "/" + job.id());
    }

    private ImportJob job(String id) {
        ImportJob job = jobs.get(id);
        if (job == null) {
            throw Problem.of(
                            Kind.NOT_FOUND,
                            "there is no import " + id + "; the latest " + MAX_REMEMBERED
                                    + " since the start of the service are remembered")
                    .asException();
        }
        return job;
    }

    private List<Map<String, Object>> latestFirst() {
        List<ImportJob> all = new ArrayList<>(jobs.values());
        return all.reversed().stream().map(ImportJob::toDocument).toList();
    }

    /** What a client calls its file goes into the log, into events and into messages: the folder and odd characters are left out. */
    static String nameOf(@Nullable String given) {
        if (given == null) {
            return "upload";
        }
        String file = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = STRANGE.matcher(file).replaceAll("_").strip();
        return plain.isEmpty() ? "upload" : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }

    private static long lengthOf(Request request) {
        String length = request.header("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
