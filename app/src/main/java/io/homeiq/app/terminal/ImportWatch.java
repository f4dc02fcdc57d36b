package io.homeiq.app.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import io.homeiq.app.settings.Role;
import java.util.concurrent.TimeUnit;

/** Waits for the end of an import that takes longer than one request may. */
public final class ImportWatch {

    private static final int LOOK_SECONDS = 1;

    private ImportWatch() {}

    /** The numbers of the finished import; ends the command with the service's own words if it failed. */
    public static JsonNode finished(ServiceCalls calls, JsonNode answer) {
        JsonNode job = answer;
        while (job.path("state").asText().equals("waiting")
                || job.path("state").asText().equals("reading")) {
            pause();
            job = calls.get(
                    Role.DATA,
                    "/api/v1/imports/" + PathSegment.of(job.path("id").asText()));
        }
        if (job.path("state").asText().equals("failed")) {
            throw new CommandException(
                    ExitCode.FAILED, job.at("/problem/detail").asText("the import failed"));
        }
        return job;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.FAILED, "interrupted; the import goes on");
        }
    }
}
