package io.homeiq.bus.mqtt;

import io.homeiq.bus.Bus;
import io.homeiq.bus.HandlingContract;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.bus.embedded.EmbeddedBroker;
import io.homeiq.bus.embedded.EmbeddedBrokerSettings;
import io.vertx.core.Vertx;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The contract over our own broker, a new one for each test. */
class MqttBusOnEmbeddedBrokerIT extends HandlingContract {

    private @Nullable EmbeddedBroker broker;

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Override
    protected Bus open(Vertx vertx, DeliveryLimits limits) {
        if (broker == null) {
            broker = EmbeddedBroker.start(EmbeddedBrokerSettings.onFreePort());
        }
        MqttSettings settings = MqttSettings.of("127.0.0.1", broker.port(), "contract-" + UUID.randomUUID());
        return MqttBus.open(vertx, settings.withLimits(MqttLimits.DEFAULT.withDelivery(limits)));
    }
}
