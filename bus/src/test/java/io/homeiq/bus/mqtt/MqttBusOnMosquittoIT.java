package io.homeiq.bus.mqtt;

import io.homeiq.bus.Bus;
import io.homeiq.bus.HandlingContract;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.homeiq.testing.MosquittoProcess;
import io.vertx.core.Vertx;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract over a real mosquitto; it is emptied between the tests by a restart, since it keeps nothing. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class MqttBusOnMosquittoIT extends HandlingContract {

    private static MosquittoProcess mosquitto;

    @BeforeAll
    static void start() {
        mosquitto = MosquittoProcess.startInMemory();
    }

    @AfterEach
    void empty() {
        mosquitto.restart();
    }

    @AfterAll
    static void stop() {
        mosquitto.close();
    }

    @Override
    protected Bus open(Vertx vertx, DeliveryLimits limits) {
        MqttSettings settings = MqttSettings.of(mosquitto.host(), mosquitto.port(), "contract-" + UUID.randomUUID());
        return MqttBus.open(vertx, settings.withLimits(MqttLimits.DEFAULT.withDelivery(limits)));
    }
}
