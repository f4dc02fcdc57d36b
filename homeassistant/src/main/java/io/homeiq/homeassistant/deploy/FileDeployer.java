package io.homeiq.homeassistant.deploy;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.homeiq.homeassistant.source.SourceException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts automations into the data folder, one YAML file each, for a home that HomeIQ is not connected to: {@code automations/ID.yaml}, as
 * Home Assistant would have it in {@code automations.yaml}. A file is there whole or not at all. Every character of a person's change counts.
 */
public final class FileDeployer implements AutomationTarget {

    private static final String FOLDER = "automations";
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Vertx vertx;
    private final Path dataFolder;

    /** @param dataFolder exists; {@code automations} is made in it with the first automation */
    public FileDeployer(Vertx vertx, Path dataFolder) {
        this.vertx = vertx;
        this.dataFolder = dataFolder;
    }

    @Override
    public DeploymentTarget kind() {
        return DeploymentTarget.FILE;
    }

    @Override
    public Future<Deployment> deploy(Automation automation, @Nullable String expectedHash) {
        return blocking(automation.id(), () -> place(automation, expectedHash));
    }

    @Override
    public Future<Deployment> restore(String automationId, Verbatim earlier, String expectedHash) {
        return blocking(automationId, () -> place(AutomationTree.read(earlier.tree()), expectedHash));
    }

    @Override
    public Future<Optional<Placed>> read(String automationId) {
        return blocking(automationId, () -> {
            String text = text(automationId);
            return text == null
                    ? Optional.empty()
                    : Optional.of(new Placed(location(automationId), tree(automationId, text), ContentHash.of(text)));
        });
    }

    @Override
    public Future<Optional<String>> operate(String automationId, Operation operation) {
        return Future.failedFuture(new HomeAssistantException(
                Kind.UNSUPPORTED,
                "automations only lie in files here, since no Home Assistant is connected; set HA_URL and HA_TOKEN, or use"
                        + " the Home Assistant that you copied " + automationId + " to"));
    }

    /** A file takes everything. */
    @Override
    public Future<Optional<String>> objection(Automation automation) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Removal> remove(String automationId, String expectedHash) {
        return blocking(automationId, () -> {
            String text = text(automationId);
            if (text == null) {
                return new Removal.AlreadyGone();
            }
            if (!ContentHash.of(text).equals(expectedHash)) {
                return new Removal.HandEdited(
                        location(automationId)
                                + " was changed by hand since HomeIQ wrote it, so it stays; delete the file if it is no longer wanted");
            }
            Files.deleteIfExists(path(automationId));
            return new Removal.Removed();
        });
    }

    private Deployment place(Automation automation, @Nullable String expectedHash) throws IOException {
        String id = automation.id();
        String wanted = AutomationYaml.write(List.of(automation));
        String text = text(id);
        if (wanted.equals(text)) {
            return new Deployment.Unchanged(location(id), ContentHash.of(wanted));
        }
        if (text != null && !ContentHash.of(text).equals(expectedHash)) {
            String whose = expectedHash == null
                    ? " is there already, and HomeIQ did not write it"
                    : " was changed by hand since HomeIQ wrote it";
            return new Deployment.HandEdited(location(id) + whose);
        }
        Verbatim previous = text == null ? null : tree(id, text);
        write(path(id), wanted);
        return new Deployment.Deployed(location(id), ContentHash.of(wanted), previous);
    }

    private static Verbatim tree(String id, String text) {
        List<Automation> found = AutomationYaml.read(text);
        if (found.size() != 1) {
            throw new HomeAssistantException(
                    Kind.FILE, location(id) + " should hold one automation, has " + found.size() + "; move it away");
        }
        return new Verbatim(AutomationTree.write(found.getFirst()));
    }

    private @Nullable String text(String id) throws IOException {
        Path file = path(id);
        return Files.exists(file) ? Files.readString(file) : null;
    }

    /** First beside its place and onto the disk, then into its place in one step. */
    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, text);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path path(String id) {
        return dataFolder.resolve(location(id));
    }

    /** Relative to the data folder, with slashes. */
    private static String location(String id) {
        return FOLDER + "/" + id + ".yaml";
    }

    private <T> Future<T> blocking(String id, Callable<T> work) {
        if (!FILE_NAME.matcher(id).matches()) {
            return Future.failedFuture(new IllegalArgumentException(
                    "an automation's id must be letters, digits, _ and - to name a file, was: " + id));
        }
        return vertx.executeBlocking(
                        () -> {
                            try {
                                return work.call();
                            } catch (IOException | SourceException e) {
                                throw new HomeAssistantException(
                                        Kind.FILE,
                                        "cannot use " + path(id) + ": " + e.getMessage()
                                                + "; make room, let HomeIQ write there, or repair the file",
                                        e);
                            }
                        },
                        false)
                .map(Objects::requireNonNull);
    }
}
