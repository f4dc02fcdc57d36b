package io.homeiq.mining.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.Attributes;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.Context;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.home.User;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The seven rules by which a cause is told, and the traps in which they could be caught. */
class AttributorTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EntityId LAMP = new EntityId("light.hall");
    private static final EntityId MOTION_LIGHT = new EntityId("automation.motion_light");
    private static final Context ANN = new Context("c-ann", null, "user-ann");
    private static final Context MACHINE = new Context("c-machine", null, null);

    private final Attributor attributor = new Attributor(registry());

    @Test
    void ourOwnCommandsAreToldByTheirContext() {
        // Given
        attributor.ours("c-ours");

        // When
        Attribution attribution = attributor.accept(lamp("off", "on", 0, new Context("c-ours", null, "supervisor")));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.HOMEIQ);
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void aTimedAutomationIsToldByItsEventAlone() {
        // Given a run that carries neither user nor parent
        attributor.accept(new AutomationTriggered(MOTION_LIGHT, "time", NOON, MACHINE));

        // When
        Attribution attribution = attributor.accept(lamp("off", "on", 10, MACHINE));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.AUTOMATION);
        assertThat(attribution.automation()).isEqualTo(MOTION_LIGHT);
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void anAutomationIsAlsoToldByTheParentOfAContext() {
        // Given
        attributor.accept(new AutomationTriggered(MOTION_LIGHT, null, NOON, MACHINE));

        // When
        Attribution attribution = attributor.accept(lamp("off", "on", 10, new Context("c-child", "c-machine", null)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.AUTOMATION);
    }

    @Test
    void anAutomationThatAPersonStartsIsStillTheAutomation() {
        // Given
        attributor.accept(new AutomationTriggered(MOTION_LIGHT, null, NOON, new Context("c-run", "c-ann", null)));

        // When
        Attribution attribution = attributor.accept(lamp("off", "on", 10, new Context("c-run", "c-ann", null)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.AUTOMATION);
    }

    @Test
    void aScriptSharesTheContextOfThePersonWhoStartedIt() {
        // Given
        attributor.accept(new ScriptStarted(new EntityId("script.good_night"), NOON, ANN));

        // When
        Attribution attribution = attributor.accept(lamp("on", "off", 10, ANN));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.SCRIPT);
        assertThat(attribution.person()).isEqualTo("user-ann");
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void aSceneSwitchesManyThingsThatNobodyTouched() {
        // Given
        attributor.accept(call("scene", "turn_on", new EntityId("scene.movie"), 0, ANN));

        // When
        Attribution attribution = attributor.accept(lamp("on", "off", 10, ANN));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.SCENE);
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void aUserIdIsAPersonButForTheAccountsOfApps() {
        // Given
        Context app = new Context("c-app", null, "supervisor");

        // When
        Attribution person = attributor.accept(lamp("off", "on", 0, ANN));
        Attribution machine = attributor.accept(lamp("on", "off", 60_000, app));

        // Then
        assertThat(person.cause()).isEqualTo(Cause.PERSON);
        assertThat(person.person()).isEqualTo("user-ann");
        assertThat(person.act()).isTrue();
        assertThat(machine.cause()).isNotEqualTo(Cause.PERSON);
    }

    @Test
    void aShutterThatArrivesAfterAMinuteIsAnEcho() {
        // Given
        EntityId shutter = new EntityId("cover.bedroom");
        attributor.accept(new AutomationTriggered(MOTION_LIGHT, "time", NOON, MACHINE));
        attributor.accept(call("cover", "close_cover", shutter, 0, MACHINE));
        attributor.accept(change(shutter, "open", "closing", 500, MACHINE));

        // When
        Attribution attribution = attributor.accept(change(shutter, "closing", "closed", 45_000, fresh(1)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.ECHO);
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void aLateAnswerToAPersonsCommandIsThatPersonsAct() {
        // Given a lamp that is polled
        attributor.accept(call("light", "turn_on", LAMP, 0, ANN));

        // When
        Attribution attribution = attributor.accept(lamp("off", "on", 3_000, fresh(1)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.ECHO);
        assertThat(attribution.person()).isEqualTo("user-ann");
        assertThat(attribution.act()).isTrue();
    }

    @Test
    void aHandOnTheSwitchRightAfterAnAutomationIsNotTheAutomations() {
        // Given an entity that still carries the context of the automation's command
        attributor.accept(new AutomationTriggered(MOTION_LIGHT, null, NOON, MACHINE));
        attributor.accept(call("light", "turn_on", LAMP, 0, MACHINE));
        attributor.accept(lamp("off", "on", 100, MACHINE));

        // When
        Attribution attribution = attributor.accept(lamp("on", "off", 3_000, MACHINE));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.PHYSICAL);
        assertThat(attribution.act()).isTrue();
    }

    @Test
    void aTwinOfTheSameDeviceFollowsAndDoesNothingItself() {
        // Given
        attributor.accept(change(new EntityId("switch.plug"), "off", "on", 0, fresh(1)));

        // When
        Attribution attribution = attributor.accept(change(new EntityId("light.plug"), "off", "on", 50, fresh(2)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.DERIVED);
        assertThat(attribution.act()).isFalse();
    }

    @Test
    void aTemplateKeepsTheContextOfWhatItMirrors() {
        // Given
        attributor.accept(lamp("off", "on", 0, ANN));

        // When
        Attribution attribution = attributor.accept(change(new EntityId("light.mirror"), "off", "on", 20, ANN));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.DERIVED);
    }

    @Test
    void whatComesBackFromAnAbsenceIsNobodysDoing() {
        // Given
        attributor.accept(lamp("on", "unavailable", 0, fresh(1)));

        // When
        Attribution attribution = attributor.accept(lamp("unavailable", "on", 20_000, fresh(2)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.RESTORE);
    }

    @Test
    void statesReplayedAfterARestartAreNobodysDoing() {
        // Given
        attributor.accept(new CoreStarted(NOON, fresh(0)));

        // When
        Attribution replayed = attributor.accept(lamp(null, "on", 5_000, fresh(1)));
        Attribution later = attributor.accept(lamp("on", "off", 120_000, fresh(2)));

        // Then
        assertThat(replayed.cause()).isEqualTo(Cause.RESTORE);
        assertThat(later.cause()).isEqualTo(Cause.PHYSICAL);
    }

    @Test
    void whatNothingElseExplainsIsAHandOnTheSwitch() {
        // Given no context at all, as in a CSV
        // When
        Attribution attribution = attributor.accept(lamp("off", "on", 0, Context.UNKNOWN));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.PHYSICAL);
        assertThat(attribution.act()).isTrue();
        assertThat(attribution.probability()).isLessThan(0.9);
    }

    @Test
    void nobodyPutsAHandOnAMotionSensor() {
        // Given
        EntityId motion = new EntityId("binary_sensor.hall_motion");

        // When
        Attribution attribution = attributor.accept(change(motion, "off", "on", 0, fresh(1)));

        // Then
        assertThat(attribution.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(attribution.act()).isFalse();
    }

    private static StateChange lamp(@Nullable String before, String after, long millis, Context context) {
        return change(LAMP, before, after, millis, context);
    }

    private static StateChange change(
            EntityId entity, @Nullable String before, String after, long millis, Context context) {
        return new StateChange(entity, before, after, Attributes.NONE, NOON.plusMillis(millis), context);
    }

    private static ServiceCall call(String domain, String service, EntityId target, long millis, Context context) {
        return new ServiceCall(domain, service, List.of(target), Attributes.NONE, NOON.plusMillis(millis), context);
    }

    private static Context fresh(int number) {
        return new Context("fresh-" + number, null, null);
    }

    private static HomeRegistry registry() {
        return new HomeRegistry(
                HomeConfig.UNKNOWN,
                List.of(),
                List.of(),
                List.of(
                        entity("switch.plug", "zha", "device-plug"),
                        entity("light.plug", "zha", "device-plug"),
                        entity("light.mirror", "template", null)),
                List.of(new User("user-ann", "Ann", false, true), new User("supervisor", "Supervisor", true, true)));
    }

    private static Entity entity(String id, String platform, @Nullable String device) {
        return new Entity(
                new EntityId(id), null, platform, device, null, Set.of(), List.of(), false, false, null, null, null);
    }
}
