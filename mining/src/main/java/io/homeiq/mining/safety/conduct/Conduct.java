package io.homeiq.mining.safety.conduct;

import io.homeiq.contracts.rule.Condition;
import java.util.List;
import java.util.stream.Stream;

/**
 * One automation as the safety check sees it.
 *
 * @param id Home Assistant's config id; may be empty
 * @param name what people call it: its alias, or its id
 * @param place where it stands, for example a file; may be empty
 * @param isEnabled whether it runs at all
 * @param isBlueprint whether what it does stands in a blueprint that is not at hand
 * @param conditions of the automation as a whole
 * @param deeds in the order written
 */
public record Conduct(
        String id,
        String name,
        String place,
        boolean isEnabled,
        boolean isBlueprint,
        List<Occasion> occasions,
        List<Condition> conditions,
        List<Deed> deeds) {

    public Conduct {
        occasions = List.copyOf(occasions);
        conditions = List.copyOf(conditions);
        deeds = List.copyOf(deeds);
    }

    /** All that must hold before the deed is done. */
    public List<Condition> conditionsOf(Deed deed) {
        return Stream.concat(conditions.stream(), deed.guards().stream().map(Guard::condition))
                .toList();
    }
}
