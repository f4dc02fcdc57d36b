package io.homeiq.store.suggestion;

import static io.homeiq.store.Samples.HOME;
import static io.homeiq.store.Samples.NOW;
import static io.homeiq.store.Samples.OTHER_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.event.DeploymentTarget;
import io.homeiq.store.OpenDatabase;
import io.homeiq.store.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRepositoryIT {

    private final DeploymentRepository deployments = new DeploymentRepository(Samples.JSON);

    @TempDir
    Path folder;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = new OpenDatabase(folder.resolve("shared.db"));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static DeployedVersion version(String automationId, int version, @Nullable String previous) {
        return new DeployedVersion(
                automationId,
                version,
                Samples.suggestion().id(),
                Samples.suggestion().automation(),
                "hash" + version,
                previous,
                DeploymentTarget.HOME_ASSISTANT,
                "automation." + automationId,
                NOW.plusSeconds(version));
    }

    private boolean add(DeployedVersion version) {
        return open.write(connection -> deployments.add(connection, HOME, version));
    }

    private boolean rollBack(int version) {
        return open.write(
                connection -> deployments.markRolledBack(connection, HOME, "homeiq_a", version, NOW.plusSeconds(99)));
    }

    @Test
    void givesBackTheVersionsNewestFirst() {
        // Given
        DeployedVersion first = version("homeiq_a", 1, null);
        DeployedVersion second = version("homeiq_a", 2, "{\"alias\":\"before\"}");
        add(first);
        add(second);

        // When
        List<DeployedVersion> versions = open.read(connection -> deployments.versions(connection, HOME, "homeiq_a"));
        Optional<DeployedVersion> latest = open.read(connection -> deployments.latest(connection, HOME, "homeiq_a"));
        Optional<DeployedVersion> elsewhere =
                open.read(connection -> deployments.latest(connection, OTHER_HOME, "homeiq_a"));

        // Then
        assertThat(versions).containsExactly(second, first);
        assertThat(latest).contains(second);
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void neverReplacesAVersion() {
        // Given
        add(version("homeiq_a", 1, null));

        // When
        boolean added = add(version("homeiq_a", 1, "other"));

        // Then
        assertThat(added).isFalse();
    }

    @Test
    void notesOnceThatAVersionWasTakenBack() {
        // Given
        add(version("homeiq_a", 1, null));

        // When
        boolean first = rollBack(1);
        boolean again = rollBack(1);
        boolean unknown = rollBack(2);

        // Then
        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(unknown).isFalse();
        assertThat(open.read(connection -> deployments.latest(connection, HOME, "homeiq_a"))
                        .orElseThrow()
                        .rolledBackAt())
                .isEqualTo(NOW.plusSeconds(99));
    }

    @Test
    void listsTheNewestVersionOfEachAutomation() {
        // Given
        add(version("homeiq_a", 1, null));
        add(version("homeiq_b", 1, null));
        add(version("homeiq_a", 2, null));

        // When
        List<DeployedVersion> list = open.read(connection -> deployments.list(connection, HOME, 10, 0));
        List<DeployedVersion> rest = open.read(connection -> deployments.list(connection, HOME, 10, 1));

        // Then
        assertThat(list).containsExactly(version("homeiq_a", 2, null), version("homeiq_b", 1, null));
        assertThat(rest).containsExactly(version("homeiq_b", 1, null));
    }

    @Test
    void listsAndCountsByWhetherAnAutomationIsInPlace() {
        // Given
        add(version("homeiq_a", 1, null));
        add(version("homeiq_a", 2, null));
        add(version("homeiq_b", 1, null));
        open.write(connection -> deployments.markRolledBack(connection, HOME, "homeiq_a", 2, NOW.plusSeconds(9)));
        open.write(connection -> deployments.markRolledBack(connection, HOME, "homeiq_b", 1, NOW.plusSeconds(9)));

        // Then
        assertThat(ids(Standing.IN_PLACE)).containsExactly("homeiq_a");
        assertThat(ids(Standing.TAKEN_BACK)).containsExactly("homeiq_b");
        assertThat(ids(Standing.ANY)).containsExactlyInAnyOrder("homeiq_a", "homeiq_b");
        assertThat(open.<Long>read(connection -> deployments.count(connection, HOME, Standing.TAKEN_BACK)))
                .isEqualTo(1);
        assertThat(open.<Long>read(connection -> deployments.count(connection, OTHER_HOME, Standing.ANY)))
                .isZero();
    }

    private List<String> ids(Standing standing) {
        return open.read(connection -> deployments.list(connection, HOME, standing, 10, 0)).stream()
                .map(DeployedVersion::automationId)
                .toList();
    }
}
