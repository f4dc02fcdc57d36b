package io.homeiq.mining.safety;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.suggestion.SafetyTier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much harm each entity can do, by what is asked of it, its domain, its device class and the whole words of its names. The labels
 * {@value #NEVER_LABEL} and {@value #ALLOW_LABEL} are the owner's last word.
 */
final class Appliances {

    static final String NEVER_LABEL = "homeiq_never";
    static final String ALLOW_LABEL = "homeiq_allow";

    /** These reach beyond any one device. */
    private static final Set<String> SYSTEM_DOMAINS = Set.of(
            "backup",
            "hassio",
            "shell_command",
            "rest_command",
            "python_script",
            "pyscript",
            "command_line",
            "recorder",
            "config",
            "cloud",
            "supervisor",
            "zha",
            "zwave_js",
            "file");

    private static final Set<String> NEVER_DOMAINS = Set.of("alarm_control_panel", "siren", "camera", "update");

    private static final Set<String> ENTRANCES = Set.of("door", "garage", "gate");

    private static final Set<String> CONSENT_DOMAINS = Set.of(
            "climate",
            "water_heater",
            "humidifier",
            "vacuum",
            "lawn_mower",
            "remote",
            "script",
            "select",
            "number",
            "button",
            "lock",
            "valve");

    private static final Set<String> SYSTEM_BUTTONS =
            Set.of("restart", "identify", "update", "reboot", "reset", "shutdown");

    private static final Set<String> ALARMING_CLASSES =
            Set.of("smoke", "gas", "carbon_monoxide", "heat", "safety", "tamper", "moisture");

    /** What secures rather than opens. */
    private static final Set<String> SECURING =
            Set.of("lock", "close_cover", "close_valve", "stop_cover", "stop_valve");

    private static final Set<String> ENTRANCE_DOMAINS = Set.of("lock", "valve", "cover");

    /** Louder than this wakes people up, of 1. */
    private static final double LOUD = 0.6;

    private final HomeRegistry registry;
    private final EntityFacts facts;
    private final PowerPeaks peaks;

    Appliances(HomeRegistry registry, PowerPeaks peaks) {
        this.registry = registry;
        this.facts = new EntityFacts(registry);
        this.peaks = peaks;
    }

    /** What speaks against doing this with it. */
    Optional<Remark> asTarget(EntityId id, String domain, String service, Map<String, ?> data) {
        Set<String> labels = facts.labels(id);
        if (labels.contains(NEVER_LABEL)) {
            return never("the label " + NEVER_LABEL + " forbids switching " + id);
        }
        if (labels.contains(ALLOW_LABEL)) {
            return Optional.empty();
        }
        if (NEVER_DOMAINS.contains(id.domain())) {
            return never(id + " is " + article(id.domain()) + ", which is never switched by a suggestion");
        }
        return byOpening(id, service)
                .or(() -> DangerousWords.in(facts.words(id), id))
                .or(() -> byButton(id))
                .or(() -> byDomain(id))
                .or(() -> byPower(id))
                .or(() -> byLoudness(id, data));
    }

    /** The same for what a habit suggests: locks, gates and valves are not even proposed to be closed. */
    Optional<Remark> asProposed(EntityId id, String domain, String service, Map<String, ?> data) {
        return asTarget(id, domain, service, data)
                .map(remark -> remark.tier() == SafetyTier.CONSENT && isEntrance(id)
                        ? new Remark(
                                SafetyTier.NEVER,
                                id + " is " + whatEntrance(id) + ", which is never switched by a suggestion")
                        : remark);
    }

    /** What speaks against a service whatever it acts on. */
    static Optional<Remark> asService(String domain, String service) {
        boolean isOfCore = domain.equals("homeassistant")
                && !Set.of("turn_on", "turn_off", "toggle", "update_entity").contains(service);
        if (SYSTEM_DOMAINS.contains(domain) || isOfCore) {
            return never(domain + "." + service + " reaches into the system itself, which no suggestion does");
        }
        return domain.equals("mqtt") || domain.equals("hue") && service.equals("hue_activate_scene")
                ? consent(domain + "." + service + " may switch anything, and needs your consent")
                : Optional.empty();
    }

    /** What speaks against a service where it is not known what it acts on: the worst of its kind decides. */
    static Optional<Remark> asOpenService(String domain, String service) {
        boolean isEntrance = ENTRANCE_DOMAINS.contains(domain) && !SECURING.contains(service);
        if (NEVER_DOMAINS.contains(domain) || isEntrance && !domain.equals("cover")) {
            return never(domain + "." + service
                    + " acts on what cannot be told, and is never called like that by a suggestion");
        }
        return consent(
                domain.isEmpty()
                        ? "a service that a template names needs your consent"
                        : domain + "." + service + " acts on what cannot be told now, and needs your consent");
    }

    /** Locks, gates and valves are secured with consent, and opened by people. */
    private Optional<Remark> byOpening(EntityId id, String service) {
        if (!isEntrance(id)) {
            return Optional.empty();
        }
        return SECURING.contains(service)
                ? consent(id + " is " + whatEntrance(id) + ", and needs your consent even to be closed")
                : never(id + " is " + whatEntrance(id) + ", which is never opened by a suggestion");
    }

    private boolean isEntrance(EntityId id) {
        return id.domain().equals("lock")
                || id.domain().equals("valve")
                || id.domain().equals("cover")
                        && (ENTRANCES.contains(facts.deviceClass(id))
                                || facts.words(id).stream().anyMatch(ENTRANCES::contains));
    }

    private static String whatEntrance(EntityId id) {
        return id.domain().equals("cover") ? "an entrance" : article(id.domain());
    }

    private Optional<Remark> byButton(EntityId id) {
        boolean isOfSystem = id.domain().equals("button")
                && (SYSTEM_BUTTONS.contains(facts.deviceClass(id))
                        || facts.words(id).stream().anyMatch(SYSTEM_BUTTONS::contains));
        return isOfSystem
                ? never(id + " is a button of the system, which is never pressed by a suggestion")
                : Optional.empty();
    }

    private static Optional<Remark> byDomain(EntityId id) {
        return CONSENT_DOMAINS.contains(id.domain())
                ? consent(id + " is " + article(id.domain()) + " and needs your consent")
                : Optional.empty();
    }

    private Optional<Remark> byPower(EntityId id) {
        return peaks.isHeavy(id, registry)
                ? consent("the device of " + id + " was seen to draw more than 1 kW, which needs your consent")
                : Optional.empty();
    }

    private static Optional<Remark> byLoudness(EntityId id, Map<String, ?> data) {
        Object volume = data.get("volume_level");
        return id.domain().equals("media_player") && volume instanceof Number level && level.doubleValue() > LOUD
                ? consent(id + " becomes loud, which needs your consent")
                : Optional.empty();
    }

    /** What speaks against acting upon it: smoke, gas and the like are no business of a habit. */
    Optional<Remark> asTrigger(EntityId id) {
        Set<String> labels = facts.labels(id);
        if (labels.contains(NEVER_LABEL)) {
            return never("the label " + NEVER_LABEL + " forbids acting upon " + id);
        }
        return ALARMING_CLASSES.contains(facts.deviceClass(id)) && !labels.contains(ALLOW_LABEL)
                ? never(id + " warns of " + facts.deviceClass(id).replace('_', ' ') + ", which no habit may hang on")
                : Optional.empty();
    }

    private static String article(String domain) {
        String word = domain.replace('_', ' ');
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    private static Optional<Remark> never(String reason) {
        return Optional.of(new Remark(SafetyTier.NEVER, reason));
    }

    private static Optional<Remark> consent(@Nullable String reason) {
        return Optional.of(new Remark(SafetyTier.CONSENT, String.valueOf(reason)));
    }
}
