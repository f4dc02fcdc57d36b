package io.homeiq.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Chromium without a window, which opens files of this machine and no address of any network. A test that uses it is skipped,
 * or fails, where it is missing ({@link RealParts}).
 */
public final class Browser {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int HEIGHT = 900;
    private static final Pattern ANSWER = Pattern.compile("data-answer=\"([^\"]*)\"");

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    /** The one of this machine. */
    public static Browser find() {
        return new Browser(
                RealParts.fromEnvironment().need("chromium", Programs.find("chromium"), "apt-get install chromium"));
    }

    /**
     * Opens a page, and asks it something.
     *
     * @param width of the window in CSS pixels
     * @param expression in JavaScript, which gives a number or a text without quotation marks
     * @return what it gave, as text
     */
    public String ask(Path page, int width, String expression) {
        Path folder = Folders.temporary("browser");
        try {
            Path asking = folder.resolve("page.html");
            String script = "<script>document.body.dataset.answer = String(" + expression + ");</script></body>";
            Files.writeString(asking, Files.readString(page).replace("</body>", script));
            Matcher answer = ANSWER.matcher(documentOf(asking, width, folder));
            if (!answer.find()) {
                throw new IllegalStateException("the page gave no answer to: " + expression);
            }
            return answer.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + page, e);
        } finally {
            Folders.delete(folder);
        }
    }

    /** The document as it stands once its scripts have run. */
    private String documentOf(Path page, int width, Path folder) throws IOException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=" + width + "," + HEIGHT,
                        "--dump-dom",
                        page.toUri().toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("chromium took longer than " + LIMIT);
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for chromium", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
