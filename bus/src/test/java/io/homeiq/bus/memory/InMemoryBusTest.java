package io.homeiq.bus.memory;

import io.homeiq.bus.Bus;
import io.homeiq.bus.HandlingContract;
import io.homeiq.bus.delivery.DeliveryLimits;
import io.vertx.core.Vertx;

class InMemoryBusTest extends HandlingContract {

    @Override
    protected Bus open(Vertx vertx, DeliveryLimits limits) {
        return new InMemoryBus(vertx, limits);
    }
}
