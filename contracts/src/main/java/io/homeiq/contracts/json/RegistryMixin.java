package io.homeiq.contracts.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.User;
import java.util.List;

/** The wire form of {@link HomeRegistry}, which is no record: its parts, without the indexes that it builds over them. */
@JsonAutoDetect(fieldVisibility = Visibility.NONE)
@JsonPropertyOrder({"config", "areas", "devices", "entities", "users"})
abstract class RegistryMixin {

    @JsonCreator
    RegistryMixin(
            @JsonProperty("config") HomeConfig config,
            @JsonProperty("areas") List<Area> areas,
            @JsonProperty("devices") List<Device> devices,
            @JsonProperty("entities") List<Entity> entities,
            @JsonProperty("users") List<User> users) {}

    @JsonProperty("config")
    abstract HomeConfig config();

    @JsonProperty("areas")
    abstract List<Area> areas();

    @JsonProperty("devices")
    abstract List<Device> devices();

    @JsonProperty("entities")
    abstract List<Entity> entities();

    @JsonProperty("users")
    abstract List<User> users();
}
