package io.homeiq.app.doctor;

import io.homeiq.app.settings.BrokerSettings;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which ports other machines reach, and what keeps strangers out. */
final class NetworkCheck implements Check {

    private static final String NAME = "network";

    private final Settings settings;

    NetworkCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (settings.isOpenToNetwork()) {
            findings.add(Finding.remark(NAME, open()));
        } else {
            findings.add(Finding.good(
                    NAME, "only this machine reaches the services" + (isEmbedded() ? " and the embedded broker" : "")));
        }
        if (settings.broker() instanceof BrokerSettings.External broker && !broker.tls()) {
            findings.addAll(unencrypted(broker));
        }
        return findings;
    }

    /** Settings that open the ports without a key are refused before anybody gets here. */
    private String open() {
        String ports = Arrays.stream(Role.values())
                .map(role -> settings.ports().getOrDefault(role, role.defaultPort()))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String broker = isEmbedded()
                ? " and the embedded broker's " + settings.broker().port() + " (user homeiq, the key as password)"
                : "";
        return "open to the network on " + settings.bind() + ": ports " + ports + broker
                + "; HOMEIQ_API_KEY protects all but health, nothing is encrypted, so keep them inside the home network";
    }

    private boolean isEmbedded() {
        return settings.broker() instanceof BrokerSettings.Embedded;
    }

    private static List<Finding> unencrypted(BrokerSettings.External broker) {
        return broker.password() == null
                ? List.of()
                : List.of(Finding.remark(
                        NAME,
                        "the password of the broker goes to " + broker.host()
                                + " unencrypted; mqtts:// in MQTT_BROKER encrypts it"));
    }
}
