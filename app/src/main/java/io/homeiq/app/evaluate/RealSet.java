package io.homeiq.app.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A recording of a real home, of which each line is one use of something: begin, end and what, divided by tabs. Each
 * thing is taken for a switch, so that every use counts as somebody's act.
 */
enum RealSet {
    KASTEREN_A("kasteren-a", "kasterenSenseData.txt", "Europe/Amsterdam", "d-MMM-uuuu H:mm:ss", false),
    ORDONEZ_A("ordonez-a", "OrdonezA_Sensors.txt", "Europe/Madrid", "uuuu-MM-dd H:mm:ss", true);

    private final String folder;
    private final String file;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final boolean named;

    /** A set; where things are not named, the third column is their number. */
    RealSet(String folder, String file, String zone, String time, boolean named) {
        this.folder = folder;
        this.file = file;
        this.zone = ZoneId.of(zone);
        this.time = DateTimeFormatter.ofPattern(time, Locale.ENGLISH);
        this.named = named;
    }

    String title() {
        return folder;
    }

    ZoneId zone() {
        return zone;
    }

    /** All uses in order of time; empty if the set is not in the folder. Lines that are none are left out. */
    List<Activation> read(Path data) throws IOException {
        Path path = data.resolve(folder).resolve(file);
        if (!Files.isReadable(path)) {
            return List.of();
        }
        List<Activation> uses = new ArrayList<>();
        for (String line : Files.readAllLines(path, StandardCharsets.ISO_8859_1)) {
            use(line.strip().split("\\t+")).ifPresent(uses::add);
        }
        uses.sort(Comparator.comparing(Activation::start));
        return uses;
    }

    private Optional<Activation> use(String... columns) {
        if (columns.length < 3) {
            return Optional.empty();
        }
        try {
            String what = named && columns.length >= 5 ? columns[4].strip() + "_" + columns[2].strip() : columns[2];
            Activation use = new Activation(
                    RealTrial.thing(what),
                    LocalDateTime.parse(columns[0].strip(), time).atZone(zone).toInstant(),
                    LocalDateTime.parse(columns[1].strip(), time).atZone(zone).toInstant());
            return use.lasts().isNegative() ? Optional.empty() : Optional.of(use);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
