package io.homeiq.replay.history;

import io.homeiq.contracts.home.HomeConfig;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.replay.Firing;
import io.homeiq.replay.Question;
import io.homeiq.replay.device.Echo;
import io.homeiq.replay.device.SunEntity;
import io.homeiq.replay.zone.HomeZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How an automation is put into the history of a real home. */
public final class Setting {

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
        return new Question(
                home.location(),
                home.timeZone(),
                start,
                end,
                prelude.initial(),
                automation,
                Echo.WITHIN,
                true,
                mentions(SunEntity.ID) && !prelude.knows(SunEntity.ID),
                mentions("zone") && !prelude.knows(HomeZone.ID),
                maxFirings);
    }

    /** What cannot be replayed right, because the home does not tell enough of itself. */
    public List<String> gaps() {
        if (home.location() != null) {
            return List.of();
        }
        return Stream.of(SunEntity.ID, HomeZone.ID)
                .filter(id -> mentions(id) && !prelude.knows(id))
                .map(id -> id + ": it is not known where the home is")
                .toList();
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
