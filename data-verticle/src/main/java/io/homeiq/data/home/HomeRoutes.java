package io.homeiq.data.home;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.service.Problem;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Areas, devices and entities, as lists and one by one. */
public final class HomeRoutes implements Routes {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;

    private final KnownHome home;

    public HomeRoutes(KnownHome home) {
        this.home = home;
    }

    @Override
    public void addTo(Api api) {
        api.get("/api/areas", this::areas)
                .get("/api/devices", this::devices)
                .get("/api/devices/{id}", this::device)
                .get("/api/entities", this::entities)
                .get("/api/entities/by-area/{id}", this::entitiesByArea)
                .get("/api/entities/by-device/{id}", this::entitiesByDevice)
                .get("/api/entities/{id}", this::entity);
    }

    private Future<Reply> areas(Request request) {
        HomeRegistry registry = home.registry();
        return list(request, "areas", registry.areas(), area -> HomeDocuments.area(area, registry));
    }

    private Future<Reply> devices(Request request) {
        HomeRegistry registry = home.registry();
        Predicate<Device> wanted = equalTo(request.text("area_id"), Device::areaId);
        List<Device> devices = registry.devices().stream()
                .filter(wanted.and(equalTo(request.text("manufacturer"), Device::manufacturer))
                        .and(equalTo(request.text("model"), Device::model)))
                .toList();
        return list(request, "devices", devices, device -> HomeDocuments.device(device, registry));
    }

    private Future<Reply> device(Request request) {
        HomeRegistry registry = home.registry();
        String id = request.path("id");
        return registry.devices().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .map(device -> Future.succeededFuture(Reply.ok(HomeDocuments.device(device, registry))))
                .orElseGet(() -> nothing("device " + id));
    }

    private Future<Reply> entities(Request request) {
        String area = request.text("area_id");
        Predicate<Entity> wanted =
                equalTo(request.text("domain"), entity -> entity.id().domain());
        return entities(
                request,
                wanted.and(equalTo(request.text("platform"), Entity::platform))
                        .and(equalTo(request.text("device_id"), Entity::deviceId))
                        .and(entity -> area == null || area.equals(areaOf(entity))));
    }

    private Future<Reply> entitiesByArea(Request request) {
        String area = request.path("id");
        return entities(request, entity -> area.equals(areaOf(entity)));
    }

    private Future<Reply> entitiesByDevice(Request request) {
        String device = request.path("id");
        return entities(request, entity -> device.equals(entity.deviceId()));
    }

    private Future<Reply> entities(Request request, Predicate<Entity> wanted) {
        HomeRegistry registry = home.registry();
        List<Entity> entities = registry.entities().stream().filter(wanted).toList();
        return list(request, "entities", entities, entity -> HomeDocuments.entity(entity, registry));
    }

    private Future<Reply> entity(Request request) {
        HomeRegistry registry = home.registry();
        String id = request.path("id");
        if (!EntityId.isValid(id)) {
            throw Request.invalid("id", id, "domain.object_id such as light.hall");
        }
        return registry.entity(new EntityId(id))
                .map(entity -> Future.succeededFuture(Reply.ok(HomeDocuments.entity(entity, registry))))
                .orElseGet(() -> nothing("entity " + id));
    }

    private @Nullable String areaOf(Entity entity) {
        return home.registry().areaOf(entity.id()).map(Area::id).orElse(null);
    }

    private static <T> Predicate<T> equalTo(@Nullable String wanted, Function<T, @Nullable String> of) {
        return thing -> wanted == null || wanted.equals(of.apply(thing));
    }

    private static <T> Future<Reply> list(
            Request request, String name, List<T> all, Function<T, Map<String, Object>> document) {
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        long offset = request.number("offset", 0, 0, Integer.MAX_VALUE);
        List<Map<String, Object>> page =
                all.stream().skip(offset).limit(limit).map(document).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, page);
        answer.put("count", page.size());
        answer.put("total", all.size());
        answer.put("limit", limit);
        answer.put("offset", offset);
        return Future.succeededFuture(Reply.ok(answer));
    }

    private static Future<Reply> nothing(String what) {
        return Problem.of(Problem.Kind.NOT_FOUND, "there is no " + what + " in the registry of the home")
                .asFailure();
    }
}
