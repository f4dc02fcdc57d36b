package io.homeiq.homeassistant.deploy;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.client.Await;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Against a real Home Assistant, which the tests of a class share; each has an automation of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithTargetHome {

    static final EntityId MOTION = new EntityId("binary_sensor.hall_motion");
    static final EntityId LIGHT = new EntityId("light.kitchen_light");

    private final AtomicInteger numbers = new AtomicInteger();
    TargetHome home;
    HomeAssistantDeployer deployer;

    @BeforeAll
    void start() {
        home = new TargetHome();
        deployer = new HomeAssistantDeployer(home.vertx(), home.settings());
    }

    @AfterAll
    void close() {
        if (home != null) {
            Await.result(deployer.close());
            home.close();
        }
    }

    final Automation lightOnMotion() {
        return automation(List.of(StateTrigger.of(MOTION, "off", "on")), CallService.of("light", "turn_on", LIGHT));
    }

    final Automation automation(List<Trigger> triggers, CallService action) {
        String id = "homeiq_test_" + numbers.incrementAndGet();
        Rule rule = new Rule(triggers, List.of(), List.of(action));
        return new Automation(id, "Light on motion " + id, "", rule, RunMode.SINGLE, Verbatim.EMPTY);
    }
}
