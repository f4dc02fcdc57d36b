package io.homeiq.pattern;

import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.mining.MiningSettings;
import io.homeiq.mining.memory.MemoryException;
import io.homeiq.mining.memory.MemoryReader;
import io.homeiq.mining.memory.MemoryWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions of one home: begun afresh, or as one was kept in a file. The file spares reading the log again and holds nothing
 * that does not follow from it, so it may be lost, deleted or broken at any time. Blocks; for one thread at a time.
 */
final class KeptSessions {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    private final HomeId home;
    private final WireJson json;
    private final Path file;
    private final String version;
    private final String build = MinerBuild.sum();

    /** @param version of the program: what another one has kept may mean something else */
    KeptSessions(HomeId home, WireJson json, Path file, String version) {
        this.home = home;
        this.json = json;
        this.file = file;
        this.version = version;
    }

    MiningSession fresh(KnownHome known) {
        return new MiningSession(home, known);
    }

    /**
     * Keeps a session in place of the one before, if everything came to it in the order of the history. What goes wrong is
     * logged, and the file stays as it was: what is lost by that is time at the next start.
     *
     * @return whether it is kept
     */
    boolean keep(MiningSession session) {
        if (!session.isWorthKeeping()) {
            return false;
        }
        try {
            WholeFile.replace(file, bytes -> {
                MemoryWriter out = new MemoryWriter(bytes);
                out.text(fingerprint(session.known()));
                session.write(out);
                out.finish();
            });
            return true;
        } catch (IOException e) {
            LOG.warn("what was mined cannot be kept, so the next start reads the history: {}", e.toString());
            return false;
        }
    }

    /** The session that was kept, if it is of the home as it is known now; where there is one and it is not, the log says why. */
    Optional<MiningSession> kept(KnownHome known) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MemoryReader in = new MemoryReader(bytes);
            if (!in.text().equals(fingerprint(known))) {
                LOG.info("what was mined before is of another version of the home or of HomeIQ; the history is read");
                return Optional.empty();
            }
            MiningSession session = MiningSession.read(in, home, known);
            in.finish();
            return Optional.of(session);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MemoryException e) {
            LOG.info("{} is not used, and the history is read: {}", file, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read, so the history is: {}", file, e.toString());
            return Optional.empty();
        }
    }

    /** Of all that a miner concludes from beside the events. */
    private String fingerprint(KnownHome known) {
        MessageDigest digest = sha256();
        add(digest, version);
        add(digest, build);
        add(digest, home.value());
        add(digest, MiningSettings.DEFAULT.toString());
        add(digest, json.toText(known.registry()));
        add(digest, json.toText(known.automations().toArray()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
