package io.homeiq.replay.history;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.home.Location;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.Firing;
import io.homeiq.replay.Question;
import io.homeiq.replay.device.Echo;
import io.homeiq.replay.device.SunEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How an automation is put into the history of a real home. */
public final class Setting {

    private static final Location NOWHERE = new Location(0, 0);
    private static final Duration INSTANT = Duration.ofNanos(1_000);

    private final Verbatim automation;
    private final HomeConfig home;
    private final Prelude prelude;

    public Setting(Verbatim automation, HomeConfig home, Prelude prelude) {
        this.automation = automation;
        this.home = home;
        this.prelude = prelude;
    }

    /**
     * What is asked of the replay.
     *
     * @param start when it begins; earlier events only tell what was. It ends with the last event, and at once if there
     *     was none.
     */
    public Question question(Instant start, int maxFirings) {
        Instant last = prelude.end();
        Instant end = last == null ? start : last.plus(INSTANT);
        Location place = home.location() == null ? NOWHERE : home.location();
        return new Question(
                place,
                home.timeZone(),
                start,
                end,
                prelude.initial(),
                automation,
                Echo.WITHIN,
                true,
                home.location() != null && mentions(SunEntity.ID) && !prelude.knows(SunEntity.ID),
                maxFirings);
    }

    /** What cannot be replayed right, because the home does not tell enough of itself. */
    public List<String> gaps() {
        boolean blind = home.location() == null && mentions("sun");
        return blind ? List.of("sun: where the home is is not known") : List.of();
    }

    private boolean mentions(String word) {
        return automation.tree().toString().contains(word);
    }

    /** The acts of people on what the automation acts on. */
    public List<Act> people(Map<String, Set<String>> intended, List<Firing> firings) {
        Set<String> entities = new TreeSet<>(intended.keySet());
        firings.forEach(firing -> {
            firing.calls().forEach(call -> entities.addAll(call.entityIds()));
            firing.effects().forEach(effect -> entities.add(effect.entityId()));
        });
        return prelude.acts().stream()
                .filter(act -> entities.contains(act.entityId()))
                .toList();
    }
}
