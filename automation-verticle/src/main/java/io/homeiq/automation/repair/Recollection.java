package io.homeiq.automation.repair;

import io.homeiq.automation.watch.Watched;
import io.homeiq.contracts.event.AutomationOverridden;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.mining.attribution.Attribution;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.mining.repair.RepairSearch;
import io.homeiq.mining.repair.Undo;
import io.homeiq.mining.repair.Verdict;
import io.homeiq.mining.repair.WorkLog;
import io.homeiq.mining.timeline.Household;
import io.homeiq.store.suggestion.DeployedVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is remembered of the home for one look at its automations. For one thread at a time. */
final class Recollection {

    private final Attributor attributor;
    private final Household household;
    private final Map<DeployedVersion, WorkLog> works = new LinkedHashMap<>();
    private final List<AutomationOverridden> undone = new ArrayList<>();
    private long events;

    Recollection(HomeRegistry registry, List<DeployedVersion> versions) {
        this.attributor = new Attributor(registry);
        this.household = new Household(registry);
        versions.forEach(
                version -> Watched.entityOf(version).ifPresent(entity -> works.put(version, new WorkLog(entity))));
    }

    /** How many events are remembered by now. */
    long take(List<Sequenced> more) {
        for (Sequenced next : more) {
            Attribution who = attributor.accept(next.event());
            works.forEach((version, log) -> log.accept(next.event(), who).ifPresent(undo -> note(version, undo)));
            if (next.event() instanceof StateChange change) {
                household.note(change, who);
            }
            events++;
        }
        return events;
    }

    private void note(DeployedVersion version, Undo undo) {
        if (!undo.ranAt().isBefore(version.deployedAt())) {
            undone.add(new AutomationOverridden(
                    version.suggestionId(), version.automationId(), undo.entity(), undo.ranAt(), undo.undoneAt()));
        }
    }

    /** All that people undid of what the versions in place did. */
    List<AutomationOverridden> undone() {
        return List.copyOf(undone);
    }

    Verdict judge(DeployedVersion version) {
        WorkLog log = works.get(version);
        return log == null
                ? new Verdict.Fits()
                : new RepairSearch(household)
                        .judge(
                                version.automation().rule(),
                                log.works(),
                                version.deployedAt().toEpochMilli());
    }
}
