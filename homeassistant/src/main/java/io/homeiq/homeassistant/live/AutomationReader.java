package io.homeiq.homeassistant.live;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationTree;
import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.homeiq.homeassistant.source.SourceException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every automation of the home. Needs an administrator's token. */
final class AutomationReader {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationReader.class);

    private final ConfigReader configs;

    AutomationReader(HomeAssistantSocket socket) {
        this.configs = new ConfigReader(socket);
    }

    /** In the order of the entities; those that are gone meanwhile or cannot be read are left out, the latter with a warning. */
    Future<List<Automation>> read(List<EntityId> entities) {
        return configs.read(entities, AutomationReader::automation);
    }

    private static Optional<Automation> automation(EntityId entity, Map<String, @Nullable Object> tree) {
        try {
            return Optional.of(AutomationTree.read(tree));
        } catch (SourceException e) {
            LOG.warn("The automation {} is left out, it cannot be read: {}", entity, e.getMessage());
            return Optional.empty();
        }
    }
}
