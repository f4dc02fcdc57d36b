package io.homeiq.mining.attribution;

import static io.homeiq.mining.attribution.TrapEvents.call;
import static io.homeiq.mining.attribution.TrapEvents.change;
import static io.homeiq.mining.attribution.TrapEvents.fresh;
import static io.homeiq.mining.attribution.TrapEvents.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The traps that logs of Home Assistant hold: eight that every detector meets, and three of its contexts. */
class AttributorTrapsTest {

    private static final Instant NOON = TrapEvents.NOON;
    private static final EntityId LAMP = new EntityId("light.hall");
    private static final EntityId OTHER = new EntityId("light.stairs");
    private static final EntityId GROUP = TrapEvents.GROUP;
    private static final EntityId SCRIPT = new EntityId("script.good_night");
    private static final Context ANN = new Context("c-ann", null, "user-ann");
    private static final Context HIDDEN = new Context("c-hidden", null, null);
    private static final Context RUN = new Context("c-run", null, null);

    private final Attributor attributor = new Attributor(TrapEvents.registry());

    @Test
    void aGroupAndItsMembersAreOneAct() {
        // Given a hand on the only member that is lit
        Attribution member = attributor.accept(change(LAMP, "off", "on", 0, fresh(1)));

        // When
        Attribution group = attributor.accept(change(GROUP, "off", "on", 15, fresh(1)));

        // Then
        assertThat(member.act()).isTrue();
        assertThat(group.cause()).isEqualTo(Cause.DERIVED);
        assertThat(group.act()).isFalse();
    }

    @Test
    void aGroupFollowsAlsoWhereTheLogLostWhatItFollowed() {
        // Given
        HomeEvent group = change(GROUP, "off", "on", 0, fresh(1));

        // When
        Attribution attribution = attributor.accept(group);

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.DERIVED);
    }

    @Test
    void aSceneSwitchesManyAndIsOneWish() {
        // Given
        EntityId scene = new EntityId("scene.evening");
        attributor.accept(call("scene", "turn_on", List.of(scene), 0, ANN));

        // When
        Attribution wish = attributor.accept(change(scene, "2026-02-28T20:00:00", "2026-03-01T12:00:00", 5, ANN));
        Attribution lamp = attributor.accept(change(LAMP, "off", "on", 200, ANN));

        // Then
        assertThat(wish.cause()).isEqualTo(Cause.PERSON);
        assertThat(lamp.cause()).isEqualTo(Cause.SCENE);
        assertThat(List.of(wish.act(), lamp.act())).containsOnly(false);
    }

    @Test
    void aScriptsLaterStepsAreItsOwnAndNotTheHandOfWhoStartedIt() {
        // Given a script that lights a lamp and puts it out after some minutes
        attributor.accept(call("script", "good_night", List.of(SCRIPT), 0, ANN));
        attributor.accept(new ScriptStarted(SCRIPT, NOON.plusMillis(1), ANN));
        attributor.accept(call("light", "turn_on", List.of(LAMP), 10, ANN));
        attributor.accept(change(LAMP, "off", "on", 100, ANN));

        // When
        Attribution end = attributor.accept(change(LAMP, "on", "off", 240_000, ANN));

        // Then
        assertThat(end.cause()).isEqualTo(Cause.SCRIPT);
        assertThat(end.automation()).isEqualTo(SCRIPT);
        assertThat(end.person()).isEqualTo("user-ann");
        assertThat(end.act()).isFalse();
    }

    @Test
    void aScriptThatEndsIsNoHandOnTheScript() {
        // Given
        attributor.accept(call("script", "turn_on", List.of(SCRIPT), 0, ANN));
        attributor.accept(new ScriptStarted(SCRIPT, NOON, ANN));
        attributor.accept(change(SCRIPT, "off", "on", 1, ANN));

        // When
        Attribution end = attributor.accept(change(SCRIPT, "on", "off", 600, ANN));

        // Then
        assertThat(end.cause()).isEqualTo(Cause.SCRIPT);
    }

    @Test
    void whatMirrorsAnotherIsNotAskedForBesideIt() {
        // Given nothing registered of the mirror
        attributor.accept(call("light", "turn_on", List.of(LAMP), 0, ANN));
        attributor.accept(change(LAMP, "off", "on", 100, ANN));

        // When
        Attribution mirror = attributor.accept(change(new EntityId("switch.hall_copy"), "off", "on", 700, ANN));
        Attribution sensor = attributor.accept(change(new EntityId("binary_sensor.any_light"), "off", "on", 710, ANN));

        // Then
        assertThat(List.of(mirror.cause(), sensor.cause())).containsOnly(Cause.DERIVED);
    }

    @Test
    void aRestartReplaysStatesButNotWhatIsDoneSoonAfterIt() {
        // Given
        attributor.accept(new CoreStarted(NOON, fresh(0)));

        // When
        Attribution replayed = attributor.accept(change(LAMP, null, "off", 2_000, fresh(1)));
        Attribution done = attributor.accept(change(LAMP, "off", "on", 30_000, fresh(2)));

        // Then
        assertThat(replayed.cause()).isEqualTo(Cause.RESTORE);
        assertThat(done.cause()).isEqualTo(Cause.PHYSICAL);
    }

    @Test
    void whatFlapsIsNeverAnAct() {
        // Given
        int acts = 0;

        // When
        for (int i = 0; i < 20; i++) {
            acts += act(change(LAMP, "on", "unavailable", i * 10_000L, fresh(2 * i)));
            acts += act(change(LAMP, "unavailable", "on", i * 10_000L + 5_000, fresh(2 * i + 1)));
        }

        // Then
        assertThat(acts).isZero();
    }

    @Test
    void anAutomationThatFiresAtStartUpIsThatAutomation() {
        // Given
        EntityId automation = new EntityId("automation.at_start");
        attributor.accept(new CoreStarted(NOON, fresh(0)));
        attributor.accept(change(LAMP, null, "off", 1_000, fresh(1)));
        attributor.accept(new AutomationTriggered(automation, "homeassistant", NOON.plusMillis(1_500), RUN));

        // When
        Attribution attribution = attributor.accept(change(LAMP, "off", "on", 1_700, RUN));

        // Then
        assertThat(attribution.automation()).isEqualTo(automation);
    }

    @Test
    void aRecorderThatKeepsStatesAloneStillShowsRunsByTheirEntities() {
        // Given no event of the run, only that the automation tells of it under the context of the run
        EntityId automation = new EntityId("automation.night");
        attributor.accept(change(automation, "on", "on", 0, RUN));

        // When
        Attribution attribution = attributor.accept(change(LAMP, "on", "off", 100, RUN));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.AUTOMATION);
        assertThat(attribution.automation()).isEqualTo(automation);
    }

    @Test
    void aTimedRunLooksLikeAHandButForItsEvent() {
        // Given
        attributor.accept(new AutomationTriggered(new EntityId("automation.night"), "time", NOON, RUN));

        // When
        Attribution run = attributor.accept(change(LAMP, "on", "off", 100, RUN));
        Attribution hand = attributor.accept(change(OTHER, "on", "off", 110, fresh(1)));

        // Then
        assertThat(run.act()).isFalse();
        assertThat(hand.cause()).isEqualTo(Cause.PHYSICAL);
    }

    @Test
    void aHandWithinSecondsInheritsTheCommandsContextAndALateStateHasNone() {
        // Given an automation's command
        attributor.accept(new AutomationTriggered(new EntityId("automation.motion"), null, NOON, RUN));
        attributor.accept(call("light", "turn_on", List.of(LAMP, OTHER), 0, RUN));
        attributor.accept(change(LAMP, "off", "on", 100, RUN));

        // When
        Attribution hand = attributor.accept(change(LAMP, "on", "off", 3_000, RUN));
        Attribution late = attributor.accept(change(OTHER, "off", "on", 4_500, fresh(1)));

        // Then
        assertThat(hand.cause()).isEqualTo(Cause.PHYSICAL);
        assertThat(late.cause()).isEqualTo(Cause.ECHO);
        assertThat(late.act()).isFalse();
    }

    @Test
    void theAccountThatAllAppsShareIsNoPerson() {
        // Given
        Context app = new Context("c-app", null, "supervisor");

        // When
        Attribution attribution = attributor.accept(change(LAMP, "off", "on", 0, app));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.AUTOMATION);
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void aCallWithoutAccountIsStillSomebodys() {
        // Given a voice assistant, or a log that hides its users
        attributor.accept(call("light", "turn_on", List.of(LAMP), 0, HIDDEN));

        // When
        Attribution attribution = attributor.accept(change(LAMP, "off", "on", 200, HIDDEN));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.PERSON);
        assertThat(attribution.person()).isNull();
        assertThat(attribution.act()).isTrue();
    }

    @Test
    void aContextWithAParentIsAMachinesAlsoIfTheRunIsNotRecorded() {
        // Given
        Context child = new Context("c-child", "c-of-a-sensor", null);

        // When
        Attribution attribution = attributor.accept(change(LAMP, "off", "on", 0, child));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.AUTOMATION);
    }

    @Test
    void ofChangesOfAttributesOnlyWhatCanBeSetIsADeed() {
        // Given
        EntityId radio = new EntityId("media_player.radio");
        attributor.accept(with(radio, Map.of("volume_level", 0.2, "media_title", "News"), 0));

        // When
        Attribution title = attributor.accept(with(radio, Map.of("volume_level", 0.2, "media_title", "Quiz"), 60_000));
        Attribution volume = attributor.accept(with(radio, Map.of("volume_level", 0.5, "media_title", "Quiz"), 90_000));

        // Then
        assertThat(title.act()).isFalse();
        assertThat(volume.act()).isTrue();
    }

    @Test
    void aRobotComesHomeByItself() {
        // Given
        EntityId robot = new EntityId("vacuum.robot");

        // When
        Attribution started = attributor.accept(change(robot, "docked", "cleaning", 0, fresh(1)));
        Attribution returned = attributor.accept(change(robot, "cleaning", "returning", 1_800_000, fresh(2)));

        // Then
        assertThat(started.act()).isTrue();
        assertThat(returned.cause()).isEqualTo(Cause.UNKNOWN);
    }

    private int act(HomeEvent event) {
        return attributor.accept(event).act() ? 1 : 0;
    }
}
