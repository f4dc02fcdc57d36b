package io.homeiq.homeassistant.source;

import io.homeiq.contracts.home.HomeEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** A folder for files of history, and what was read of them. */
abstract class WithHistoryFiles {

    @TempDir
    Path folder;

    final List<HomeEvent> read = new ArrayList<>();

    static String lines(List<HomeEvent> events) {
        HomeEventJson json = new HomeEventJson();
        return events.stream().map(json::write).collect(Collectors.joining("\n", "", "\n"));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    final Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    final Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
