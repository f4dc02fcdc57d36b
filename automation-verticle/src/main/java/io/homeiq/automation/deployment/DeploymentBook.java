package io.homeiq.automation.deployment;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.contracts.home.HomeId;
import io.homeiq.contracts.json.WireJson;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.store.suggestion.DeployedVersion;
import io.homeiq.store.suggestion.DeploymentRepository;
import io.homeiq.store.suggestion.Standing;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of the automations of one home. */
final class DeploymentBook {

    private final DeploymentRepository versions;
    private final HomeId home;
    private final WireJson json;

    DeploymentBook(DeploymentRepository versions, HomeId home, WireJson json) {
        this.versions = versions;
        this.home = home;
        this.json = json;
    }

    /** The newest first; also those that were taken back. */
    Future<History> of(SqlConnection connection, String automationId) {
        return versions.versions(connection, home, automationId).map(History::new);
    }

    /** The newest version of each automation, the latest deployment first. */
    Future<List<DeployedVersion>> newest(SqlConnection connection, Standing standing, int limit, int offset) {
        return versions.list(connection, home, standing, limit, offset);
    }

    /** How many automations stand so. */
    Future<Long> count(SqlConnection connection, Standing standing) {
        return versions.count(connection, home, standing);
    }

    /**
     * The number of the version that says what was put in place; a new one only if the newest does not say so already, or if it has to remember what
     * a person had there meanwhile.
     */
    Future<Integer> record(SqlConnection connection, Suggestion suggestion, DeployedContent content, Instant now) {
        String automationId = suggestion.automation().id();
        return of(connection, automationId).compose(history -> {
            if (!content.replaced() && content.contentHash().equals(history.hashIn(content.target()))) {
                return Future.succeededFuture(history.active().orElseThrow().version());
            }
            DeployedVersion version = new DeployedVersion(
                    automationId,
                    history.nextNumber(),
                    suggestion.id(),
                    suggestion.automation(),
                    content.contentHash(),
                    content.previous() == null ? null : json.toText(content.previous()),
                    content.target(),
                    content.location(),
                    now);
            return versions.add(connection, home, version)
                    .compose(added -> added
                            ? Future.succeededFuture(version.version())
                            : Problem.of(
                                            Kind.CONFLICT,
                                            "version " + version.version() + " of " + automationId
                                                    + " was just written by someone else; look again")
                                    .asFailure());
        });
    }

    Future<Boolean> markRolledBack(SqlConnection connection, DeployedVersion version, Instant at) {
        return versions.markRolledBack(connection, home, version.automationId(), version.version(), at);
    }

    /** What stood there before the version; empty if nothing did. */
    Optional<Verbatim> previous(DeployedVersion version) {
        String kept = version.previous();
        return kept == null ? Optional.empty() : Optional.of(json.read(kept, Verbatim.class));
    }

    /**
     * All versions of one automation.
     *
     * @param versions the newest first
     */
    record History(List<DeployedVersion> versions) {

        History {
            versions = List.copyOf(versions);
        }

        /** What should be in place now; empty if nothing should. */
        Optional<DeployedVersion> active() {
            return versions.stream()
                    .filter(version -> version.rolledBackAt() == null)
                    .findFirst();
        }

        /** What should be in place once this version is taken back. */
        Optional<DeployedVersion> below(DeployedVersion version) {
            return versions.stream()
                    .filter(other -> other.version() < version.version() && other.rolledBackAt() == null)
                    .findFirst();
        }

        int nextNumber() {
            return versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
        }

        /** The active version, if it was put where automations are put now. */
        private Optional<DeployedVersion> activeIn(DeploymentTarget target) {
            return active().filter(version -> version.target() == target);
        }

        /** The content hash of what we wrote last there and left in place; null if there is none. */
        @Nullable
        String hashIn(DeploymentTarget target) {
            return activeIn(target).map(DeployedVersion::contentHash).orElse(null);
        }

        /** What stands there according to us; null if nothing does. */
        @Nullable
        Verbatim contentIn(DeploymentTarget target) {
            return activeIn(target)
                    .map(version -> new Verbatim(AutomationTree.write(version.automation())))
                    .orElse(null);
        }
    }
}
