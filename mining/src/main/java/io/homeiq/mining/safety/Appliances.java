package io.homeiq.mining.safety;

import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.suggestion.SafetyTier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much harm each entity can do, by its domain, device class and the whole words of its names. The labels
 * {@value #NEVER_LABEL} and {@value #ALLOW_LABEL} are the owner's last word.
 */
final class Appliances {

    static final String NEVER_LABEL = "homeiq_never";
    static final String ALLOW_LABEL = "homeiq_allow";

    private static final Set<String> NEVER_DOMAINS = Set.of(
            "alarm_control_panel",
            "lock",
            "valve",
            "siren",
            "camera",
            "update",
            "button",
            "backup",
            "homeassistant",
            "hassio",
            "shell_command",
            "rest_command",
            "python_script");

    private static final Set<String> ENTRANCES = Set.of("door", "garage", "gate");

    private static final Set<String> CONSENT_DOMAINS =
            Set.of("climate", "water_heater", "humidifier", "vacuum", "lawn_mower", "remote", "script", "select");

    private static final Set<String> ALARMING_CLASSES =
            Set.of("smoke", "gas", "carbon_monoxide", "heat", "safety", "tamper", "moisture");

    /** Words that make a switch more than a switch. */
    private static final Set<String> DANGEROUS_WORDS = Set.of(
            "oven",
            "stove",
            "cooktop",
            "hob",
            "iron",
            "heater",
            "kiln",
            "pump",
            "charger",
            "boiler",
            "sauna",
            "fryer",
            "grill",
            "toaster",
            "kettle",
            "fireplace",
            "furnace",
            "medical",
            "cpap",
            "oxygen",
            "ventilator",
            "dialysis",
            "garage",
            "gate",
            "lock",
            "alarm",
            "siren",
            "valve",
            "freezer",
            "fridge",
            "refrigerator");

    private final HomeRegistry registry;

    Appliances(HomeRegistry registry) {
        this.registry = registry;
    }

    /** What speaks against switching it with this call. */
    Optional<Remark> asTarget(EntityId id, CallService call) {
        Set<String> labels = labels(id);
        if (labels.contains(NEVER_LABEL)) {
            return never("the label " + NEVER_LABEL + " forbids switching " + id);
        }
        if (labels.contains(ALLOW_LABEL)) {
            return Optional.empty();
        }
        if (NEVER_DOMAINS.contains(id.domain()) || NEVER_DOMAINS.contains(call.domain())) {
            return never(id + " is a " + id.domain().replace('_', ' ') + ", which is never switched by a suggestion");
        }
        if (id.domain().equals("cover") && ENTRANCES.contains(deviceClass(id))) {
            return never(id + " is an entrance, which is never moved by a suggestion");
        }
        return byWords(id).or(() -> byDomain(id));
    }

    private Optional<Remark> byWords(EntityId id) {
        boolean couldBeAnything = Set.of("switch", "input_boolean", "fan", "cover", "remote", "humidifier")
                .contains(id.domain());
        Set<String> words = words(id);
        return couldBeAnything
                ? DANGEROUS_WORDS.stream()
                        .filter(words::contains)
                        .filter(word -> !isJustAFan(id, word))
                        .sorted()
                        .findFirst()
                        .map(word -> new Remark(
                                SafetyTier.NEVER,
                                id + " seems to be a " + word + ", which is never switched by a suggestion"))
                : Optional.empty();
    }

    /** What is called a ventilator helps to breathe in English; in German and Dutch it is the fan that the domain says. */
    private static boolean isJustAFan(EntityId id, String word) {
        return id.domain().equals("fan") && word.equals("ventilator");
    }

    private Optional<Remark> byDomain(EntityId id) {
        return CONSENT_DOMAINS.contains(id.domain())
                ? Optional.of(new Remark(
                        SafetyTier.CONSENT, id + " is a " + id.domain().replace('_', ' ') + " and needs your consent"))
                : Optional.empty();
    }

    /** What speaks against acting upon it: smoke, gas and the like are no business of a habit. */
    Optional<Remark> asTrigger(EntityId id) {
        if (labels(id).contains(NEVER_LABEL)) {
            return never("the label " + NEVER_LABEL + " forbids acting upon " + id);
        }
        return ALARMING_CLASSES.contains(deviceClass(id))
                ? never(id + " warns of " + deviceClass(id).replace('_', ' ') + ", which no habit may hang on")
                : Optional.empty();
    }

    private static Optional<Remark> never(String reason) {
        return Optional.of(new Remark(SafetyTier.NEVER, reason));
    }

    private String deviceClass(EntityId id) {
        return registry.entity(id)
                .flatMap(e -> Optional.ofNullable(e.deviceClass()))
                .orElse("");
    }

    private Set<String> labels(EntityId id) {
        Set<String> labels = new HashSet<>();
        registry.entity(id).ifPresent(entity -> labels.addAll(entity.labels()));
        registry.deviceOf(id).ifPresent(device -> labels.addAll(device.labels()));
        return labels;
    }

    /** Whole words of all its names: "hall" is not "all". */
    private Set<String> words(EntityId id) {
        List<Optional<String>> names = List.of(
                Optional.of(id.objectId()),
                registry.entity(id).map(Entity::name),
                registry.deviceOf(id).map(Device::name),
                registry.deviceOf(id).map(Device::model));
        Set<String> words = new HashSet<>(labels(id));
        names.stream()
                .flatMap(Optional::stream)
                .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)))
                .forEach(words::add);
        return Set.copyOf(words);
    }
}
