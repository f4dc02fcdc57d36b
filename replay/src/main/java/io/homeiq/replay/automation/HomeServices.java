package io.homeiq.replay.automation;

import io.homeiq.replay.action.ServiceCall;
import io.homeiq.replay.action.Services;
import io.homeiq.replay.core.Core;
import io.homeiq.replay.device.Devices;
import io.homeiq.replay.device.KnownServices;
import io.homeiq.replay.fault.Fault;
import io.homeiq.replay.home.FiredEvent;
import io.homeiq.replay.run.Then;
import io.homeiq.replay.value.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The services of the replayed home: devices answer, and the automation can be switched and triggered. */
public final class HomeServices implements Services {

    private static final Set<String> OF_AUTOMATIONS = Set.of("turn_on", "turn_off", "toggle", "trigger", "reload");

    private final Core core;
    private final Devices devices;
    private final Set<String> named;
    private final boolean knowsAll;
    private @Nullable LiveAutomation automation;

    /**
     * @param named services that exist because the automation names them
     * @param knowsAll whether any other exists as well
     */
    public HomeServices(Core core, Devices devices, Set<String> named, boolean knowsAll) {
        this.core = core;
        this.devices = devices;
        this.named = named;
        this.knowsAll = knowsAll;
    }

    /** Which automation lives in the home. */
    public void serve(LiveAutomation live) {
        automation = live;
    }

    @Override
    public Runnable call(ServiceCall call, Then then) {
        if (!exists(call)) {
            throw new Fault(Fault.Kind.SERVICE_NOT_FOUND, "Action " + call.name() + " not found");
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("domain", call.domain());
        data.put("service", call.service());
        data.put("service_data", call.data());
        core.world().bus().fire(new FiredEvent(Recorder.CALL, data, core.loop().clock(), call.context()));
        if (call.domain().equals("automation")) {
            return ofAutomation(call, then);
        }
        devices.answer(call.domain(), call.service(), call.data(), call.context());
        then.resume(null);
        return HomeServices::leaveNothing;
    }

    private static void leaveNothing() {
        // It is over already.
    }

    private boolean exists(ServiceCall call) {
        if (call.domain().equals("automation")) {
            return OF_AUTOMATIONS.contains(call.service());
        }
        return knowsAll || named.contains(call.name()) || KnownServices.has(call.domain(), call.service());
    }

    private Runnable ofAutomation(ServiceCall call, Then then) {
        LiveAutomation live = automation;
        List<String> ids = Devices.ids(call.data().get("entity_id"));
        if (live != null && (ids.contains("all") || ids.contains(live.entityId()))) {
            switch (call.service()) {
                case "trigger" -> {
                    return trigger(live, call, then);
                }
                case "turn_on", "turn_off", "toggle" -> {
                    turn(live, isToBeOn(live, call.service()), call, then);
                    return HomeServices::leaveNothing;
                }
                default -> {
                    // Reading its file again changes nothing here.
                }
            }
        }
        then.resume(null);
        return HomeServices::leaveNothing;
    }

    private static boolean isToBeOn(LiveAutomation live, String service) {
        return service.equals("toggle") ? !live.isOn() : service.equals("turn_on");
    }

    private static void turn(LiveAutomation live, boolean on, ServiceCall call, Then then) {
        if (on) {
            live.switchOn();
            live.tellState();
            then.resume(null);
            return;
        }
        boolean stops = !Boolean.FALSE.equals(Truth.yesOrNo(call.data().getOrDefault("stop_actions", true)));
        live.switchOff(stops, problem -> {
            live.tellState();
            then.resume(problem);
        });
    }

    private static Runnable trigger(LiveAutomation live, ServiceCall call, Then then) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        if (call.data().get("variables") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> variables.put(String.valueOf(key), value));
        }
        Map<String, @Nullable Object> trigger = new LinkedHashMap<>();
        trigger.put("platform", null);
        variables.put("trigger", trigger);
        boolean skips = !Boolean.FALSE.equals(call.data().getOrDefault("skip_condition", true));
        return live.trigger(variables, call.context(), skips, then);
    }
}
