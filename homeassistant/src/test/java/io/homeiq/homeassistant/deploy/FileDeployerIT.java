package io.homeiq.homeassistant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.automation.AutomationYaml;
import io.homeiq.homeassistant.client.Await;
import io.homeiq.homeassistant.client.HomeAssistantException;
import io.homeiq.homeassistant.client.HomeAssistantException.Kind;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDeployerIT {

    private static final String ID = "homeiq_hall";

    @TempDir
    Path data;

    private final Vertx vertx = Vertx.vertx();
    private FileDeployer deployer;
    private Path file;

    @BeforeEach
    void start() {
        deployer = new FileDeployer(vertx, data);
        file = data.resolve("automations").resolve(ID + ".yaml");
    }

    @AfterEach
    void close() {
        Await.result(vertx.close());
    }

    @Test
    void writesAFileThatHomeAssistantWouldTake() throws IOException {
        // When
        Deployment deployment = Await.result(deployer.deploy(version(1), null));

        // Then
        assertThat(deployment).isInstanceOfSatisfying(Deployment.Deployed.class, deployed -> {
            assertThat(deployed.location()).isEqualTo("automations/homeiq_hall.yaml");
            assertThat(deployed.previous()).isNull();
        });
        assertThat(AutomationYaml.read(Files.readString(file))).containsExactly(version(1));
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void changesNothingWhenTheSameIsDeployedAgain() throws IOException {
        // Given
        Deployment.Deployed first = deployed(version(1), null);
        var written = Files.getLastModifiedTime(file);

        // When
        Deployment again = Await.result(deployer.deploy(version(1), null));

        // Then
        assertThat(again).isEqualTo(new Deployment.Unchanged(first.location(), first.contentHash()));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void replacesItsOwnAndRestoresIt() throws IOException {
        // Given
        Deployment.Deployed first = deployed(version(1), null);
        Deployment.Deployed second = deployed(version(2), first.contentHash());
        Verbatim previous = second.previous();
        assertThat(previous).isNotNull();

        // When
        Deployment restored = Await.result(deployer.restore(ID, previous, second.contentHash()));

        // Then
        assertThat(restored)
                .isInstanceOfSatisfying(
                        Deployment.Deployed.class,
                        back -> assertThat(back.contentHash()).isEqualTo(first.contentHash()));
        assertThat(AutomationYaml.read(Files.readString(file))).containsExactly(version(1));
    }

    @Test
    void leavesAloneWhatAPersonChangedEvenIfItIsOnlyAComment() throws IOException {
        // Given
        Deployment.Deployed first = deployed(version(1), null);
        String edited = "# mine\n" + Files.readString(file);
        Files.writeString(file, edited);

        // When
        Deployment redeployed = Await.result(deployer.deploy(version(2), first.contentHash()));
        Removal removed = Await.result(deployer.remove(ID, first.contentHash()));

        // Then
        assertThat(redeployed)
                .isInstanceOfSatisfying(
                        Deployment.HandEdited.class,
                        hand -> assertThat(hand.difference()).contains("automations/homeiq_hall.yaml"));
        assertThat(removed).isInstanceOf(Removal.HandEdited.class);
        assertThat(file).hasContent(edited);
    }

    @Test
    void removesItsOwn() {
        // Given
        Deployment.Deployed first = deployed(version(1), null);

        // When
        Removal removed = Await.result(deployer.remove(ID, first.contentHash()));

        // Then
        assertThat(removed).isEqualTo(new Removal.Removed());
        assertThat(file).doesNotExist();
        assertThat(Await.result(deployer.read(ID))).isEmpty();
        assertThat(Await.result(deployer.remove(ID, first.contentHash()))).isEqualTo(new Removal.AlreadyGone());
    }

    @Test
    void readsWhatIsInPlace() {
        // Given
        Deployment.Deployed first = deployed(version(1), null);

        // When Then
        assertThat(Await.result(deployer.read(ID))).get().satisfies(placed -> {
            assertThat(placed.contentHash()).isEqualTo(first.contentHash());
            assertThat(placed.location()).isEqualTo(first.location());
            assertThat(placed.tree().tree()).containsEntry("alias", "Hall");
        });
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        // Given
        Files.writeString(data.resolve("automations"), "a file where a folder should be");

        // When Then
        assertThatThrownBy(() -> Await.result(deployer.deploy(version(1), null)))
                .asInstanceOf(type(HomeAssistantException.class))
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.FILE);
                    assertThat(fault).hasMessageContaining(file.toString());
                });
    }

    @Test
    void neverLeavesItsFolder() {
        Automation elsewhere =
                new Automation("../../etc/evil", "Evil", "", version(1).rule(), RunMode.SINGLE, Verbatim.EMPTY);

        assertThatThrownBy(() -> Await.result(deployer.deploy(elsewhere, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../../etc/evil");
    }

    private Deployment.Deployed deployed(Automation automation, String expectedHash) {
        Deployment deployment = Await.result(deployer.deploy(automation, expectedHash));
        assertThat(deployment).isInstanceOf(Deployment.Deployed.class);
        return (Deployment.Deployed) deployment;
    }

    private static Automation version(int hour) {
        Rule rule = new Rule(
                List.of(TimeTrigger.at(LocalTime.of(hour, 0))),
                List.of(),
                List.of(CallService.of("light", "turn_on", new EntityId("light.hall"))));
        return new Automation(ID, "Hall", "At " + hour, rule, RunMode.SINGLE, Verbatim.EMPTY);
    }
}
