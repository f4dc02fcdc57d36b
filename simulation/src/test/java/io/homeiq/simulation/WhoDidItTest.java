package io.homeiq.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contexts join changes with the events that explain them, as far as Home Assistant itself would. */
class WhoDidItTest {

    private static final int DAYS = 30;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatAnAutomationDoesSharesTheContextOfItsRun(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        Map<String, AutomationTriggered> runs =
                recording.runs().collect(Collectors.toMap(run -> run.context().id(), run -> run));
        List<Recording.Known> done =
                recording.changesBy(cause -> cause.kind().equals("automation")).toList();

        // Then
        assertThat(done).as("seed %d", seed).isNotEmpty().allSatisfy(known -> {
            AutomationTriggered run = runs.get(known.change().context().id());
            assertThat(run).isNotNull();
            assertThat(run.automation()).isEqualTo(known.cause().automation());
            assertThat(run.time()).isBeforeOrEqualTo(known.change().time());
            assertThat(known.change().context().userId()).isNull();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void onlyRunsThatAChangeStartedHaveAParent(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        Map<String, StateChange> byContext = new HashMap<>();
        recording
                .changes()
                .forEach(known -> byContext.put(known.change().context().id(), known.change()));
        List<AutomationTriggered> runs = recording.runs().toList();

        // Then
        assertThat(runs).extracting(AutomationTriggered::source).contains("time", "sunset");
        assertThat(runs).as("seed %d", seed).allSatisfy(run -> {
            String parent = run.context().parentId();
            boolean byClock = Set.of("time", "sunset").contains(run.source());
            assertThat(parent == null).as("%s", run).isEqualTo(byClock);
            assertThat(parent == null || byContext.containsKey(parent)).isTrue();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatAPersonDoesThroughHomeAssistantHasACallBeforeIt(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        Map<String, ServiceCall> calls = new HashMap<>();
        recording.calls().forEach(call -> calls.putIfAbsent(call.context().id(), call));
        List<Recording.Known> done =
                recording.changesBy(cause -> cause.kind().equals("person")).toList();

        // Then
        assertThat(done).as("seed %d", seed).isNotEmpty().allSatisfy(known -> {
            ServiceCall call = calls.get(known.change().context().id());
            assertThat(call).isNotNull();
            assertThat(call.targets()).contains(known.change().entityId());
            assertThat(call.time()).isBeforeOrEqualTo(known.change().time());
        });
        assertThat(done)
                .filteredOn(known -> known.change().context().userId() != null)
                .isNotEmpty()
                .allSatisfy(known -> assertThat(known.change().context().userId())
                        .isEqualTo(known.cause().person()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aHandOnTheDeviceLooksLikeNobodyUnlessACommandWasJustGiven(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        Map<String, Instant> commands = new HashMap<>();
        recording.calls().forEach(call -> commands.put(call.context().id(), call.time()));

        // Then
        assertThat(recording.changesBy(cause -> cause.kind().equals("physical")).toList())
                .as("seed %d", seed)
                .isNotEmpty()
                .allSatisfy(known -> {
                    Instant command = commands.get(known.change().context().id());
                    if (command == null) {
                        assertThat(known.change().context().userId()).isNull();
                        assertThat(known.change().context().parentId()).isNull();
                    } else {
                        assertThat(Duration.between(command, known.change().time()))
                                .isLessThan(Duration.ofSeconds(6));
                    }
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void mostActsCarryNoUser(long seed) {
        // Given
        Recording recording = Recording.of(Recording.usual(seed, DAYS));
        List<Recording.Known> acts = recording
                .changesBy(cause -> Set.of("person", "physical").contains(cause.kind()))
                .toList();

        // When
        double hidden = acts.stream()
                        .filter(known -> known.change().context().userId() == null)
                        .count()
                / (double) acts.size();

        // Then
        assertThat(hidden).as("seed %d, %d acts", seed, acts.size()).isBetween(0.88, 0.95);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void groupsAndTwinsFollowAtOnce(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        Set<String> lampContexts = new HashSet<>();
        recording
                .changesOf("light.living_room")
                .forEach(change -> lampContexts.add(change.context().id()));
        recording
                .changesOf("light.floor_lamp")
                .forEach(change -> lampContexts.add(change.context().id()));
        List<Instant> outlet =
                recording.changesOf("switch.garden_spot").map(StateChange::time).toList();

        // Then
        assertThat(recording.changesBy(cause -> cause.kind().equals("derived")).toList())
                .as("seed %d", seed)
                .filteredOn(known -> known.change().entityId().value().equals("light.living_group"))
                .isNotEmpty()
                .allMatch(
                        known -> lampContexts.contains(known.change().context().id()));
        assertThat(recording.changesBy(cause -> cause.kind().equals("derived")).toList())
                .filteredOn(known -> known.change().entityId().value().equals("light.garden_spot"))
                .isNotEmpty()
                .allMatch(known -> outlet.stream()
                        .anyMatch(time -> isAtOnce(time, known.change().time())));
    }

    private static boolean isAtOnce(Instant first, Instant second) {
        return !second.isBefore(first) && Duration.between(first, second).toMillis() <= 100;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSlowShutterEndsUnderAContextOfItsOwn(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        List<StateChange> shutter = recording.changesOf("cover.bedroom_shutter").toList();
        List<StateChange> open = shutter.stream()
                .filter(change -> "opening".equals(change.before()))
                .toList();

        // Then
        assertThat(open).as("seed %d", seed).hasSizeGreaterThan(DAYS - 8).allSatisfy(change -> {
            assertThat(change.after()).isEqualTo("open");
            assertThat(recording.runs().map(run -> run.context().id()))
                    .doesNotContain(change.context().id());
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void scriptsAndScenesSwitchSeveralUnderOneContext(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, 90));
        Set<String> scripts = recording
                .events()
                .filter(ScriptStarted.class::isInstance)
                .map(HomeEvent::context)
                .map(context -> context.id())
                .collect(Collectors.toSet());
        Set<String> scenes = recording
                .calls()
                .filter(call -> call.domain().equals("scene"))
                .map(call -> call.context().id())
                .collect(Collectors.toSet());

        // Then
        assertThat(recording.changesBy(cause -> cause.kind().equals("script")).toList())
                .as("seed %d", seed)
                .isNotEmpty()
                .allMatch(known -> scripts.contains(known.change().context().id()));
        assertThat(recording.changesBy(cause -> cause.kind().equals("scene")).toList())
                .as("seed %d", seed)
                .isNotEmpty()
                .allMatch(known -> scenes.contains(known.change().context().id()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nobodyActsInAnEmptyHouse(long seed) {
        // Given
        Recording recording = Recording.of(Recording.faultless(seed, DAYS));
        Map<EntityId, String> places = new HashMap<>();
        EntityId anyone = new EntityId("binary_sensor.anyone_home");
        Instant empty = Instant.MAX;
        int acts = 0;

        // Then
        for (Recording.Known known : recording.changes().toList()) {
            StateChange change = known.change();
            if (change.entityId().equals(anyone)) {
                empty = "off".equals(change.after()) ? change.time() : Instant.MAX;
                places.put(anyone, change.after());
            }
            // Doors and garages are handled on the doorstep, shortly before the phone is seen.
            boolean indoors =
                    !Set.of("lock", "cover").contains(change.entityId().domain());
            boolean byPerson =
                    Set.of("person", "physical").contains(known.cause().kind());
            if (byPerson && indoors && change.before() != null) {
                acts++;
                assertThat(change.time()).as("seed %d: %s", seed, change).isBefore(empty);
            }
        }
        assertThat(places).isNotEmpty();
        assertThat(acts).isGreaterThan(100);
    }
}
