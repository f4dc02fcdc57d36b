package io.homeiq.contracts.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HomeRegistryTest {

    private static final EntityId LAMP = new EntityId("light.lamp");
    private static final List<Area> AREAS = List.of(area("hall"), area("bath"), area("attic"));

    @Test
    void anEntityCountsToItsOwnAreaBeforeThatOfItsDevice() {
        HomeRegistry registry = registry(List.of(device("d1", "bath", null)), entity("d1", "hall"));

        assertThat(registry.areaOf(LAMP)).contains(area("hall"));
    }

    @Test
    void anEntityWithoutAnAreaCountsToThatOfItsDevice() {
        HomeRegistry registry = registry(List.of(device("d1", "bath", null)), entity("d1", null));

        assertThat(registry.areaOf(LAMP)).contains(area("bath"));
        assertThat(registry.deviceOf(LAMP)).contains(device("d1", "bath", null));
    }

    @Test
    void aPartOfADeviceCountsToTheAreaOfTheWhole() {
        HomeRegistry registry = registry(
                List.of(device("d1", null, "d2"), device("d2", null, "d3"), device("d3", "attic", null)),
                entity("d1", null));

        assertThat(registry.areaOf(LAMP)).contains(area("attic"));
    }

    @Test
    void devicesThatArePartsOfEachOtherHaveNoArea() {
        HomeRegistry registry =
                registry(List.of(device("d1", null, "d2"), device("d2", null, "d1")), entity("d1", null));

        assertThat(registry.areaOf(LAMP)).isEmpty();
    }

    @Test
    void whatIsNotThereHasNoArea() {
        assertThat(registry(List.of(), entity("gone", null)).areaOf(LAMP)).isEmpty();
        assertThat(registry(List.of(), entity(null, "gone")).areaOf(LAMP)).isEmpty();
        assertThat(registry(List.of(device("d1", null, "gone")), entity("d1", null))
                        .areaOf(LAMP))
                .isEmpty();
        assertThat(HomeRegistry.EMPTY.areaOf(LAMP)).isEmpty();
    }

    @Test
    void ofTwoWithTheSameIdTheFirstCounts() {
        HomeRegistry registry =
                registry(List.of(device("d1", "hall", null), device("d1", "bath", null)), entity("d1", null));

        assertThat(registry.areaOf(LAMP)).contains(area("hall"));
        assertThat(registry.devices()).hasSize(2);
    }

    @Test
    void isASnapshotThatEqualsAnotherWithTheSameContent() {
        List<Entity> entities = new ArrayList<>(List.of(Entity.unregistered(LAMP)));
        HomeRegistry registry = new HomeRegistry(HomeConfig.UNKNOWN, List.of(), List.of(), entities, List.of());

        entities.clear();

        assertThat(registry.entity(LAMP)).contains(Entity.unregistered(LAMP));
        assertThat(registry).isEqualTo(registry(List.of(), Entity.unregistered(LAMP), List.of()));
        assertThat(registry).hasSameHashCodeAs(registry(List.of(), Entity.unregistered(LAMP), List.of()));
        assertThat(registry).isNotEqualTo(HomeRegistry.EMPTY);
    }

    @Test
    void takesAnotherConfigurationAndKeepsTheRest() {
        HomeConfig config = new HomeConfig("Lake", ZoneOffset.ofHours(2), new Location(1, 2));
        HomeRegistry registry = registry(List.of(), entity(null, "hall"));

        HomeRegistry moved = registry.withConfig(config);

        assertThat(moved.config()).isEqualTo(config);
        assertThat(moved.withConfig(registry.config())).isEqualTo(registry);
    }

    @Test
    void doesNotTellNamesOfPeopleInALog() {
        HomeRegistry registry = new HomeRegistry(
                HomeConfig.UNKNOWN, AREAS, List.of(), List.of(), List.of(new User("u1", "Ann", false, true)));

        assertThat(registry).hasToString("HomeRegistry[3 areas, 0 devices, 0 entities, 1 users]");
        assertThat(registry.user("u1")).map(User::name).contains("Ann");
    }

    @Test
    void labelsKeepAnOrderThatDoesNotDependOnTheProcess() {
        Entity entity = new Entity(
                LAMP, null, null, null, null, Set.of("c", "a", "d", "b"), List.of(), false, false, null, null, null);

        assertThat(entity.labels()).containsExactly("a", "b", "c", "d");
    }

    private static HomeRegistry registry(List<Device> devices, Entity entity) {
        return registry(devices, entity, AREAS);
    }

    private static HomeRegistry registry(List<Device> devices, Entity entity, List<Area> areas) {
        return new HomeRegistry(HomeConfig.UNKNOWN, areas, devices, List.of(entity), List.of());
    }

    private static Area area(String id) {
        return new Area(id, id, null, List.of(), Set.of());
    }

    private static Device device(String id, @Nullable String area, @Nullable String parent) {
        return new Device(id, null, area, parent, null, null, Set.of());
    }

    private static Entity entity(@Nullable String device, @Nullable String area) {
        return new Entity(LAMP, null, null, device, area, Set.of(), List.of(), false, false, null, null, null);
    }
}
