package io.homeiq.mining.safety;

import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyTier;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.safety.conduct.Conduct;
import io.homeiq.mining.safety.conduct.Deed;
import io.homeiq.mining.safety.conflict.Conflict;
import io.homeiq.mining.safety.conflict.ConflictKind;
import io.homeiq.mining.safety.conflict.Conflicts;
import io.homeiq.mining.safety.conflict.Gravity;
import io.homeiq.mining.safety.conflict.Past;
import io.homeiq.mining.safety.conflict.Traces;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a new automation from all sides: what it switches, what it does to the automations that are there, and what these do to it. One
 * that is there under the same id is what the new one takes the place of, and is left out.
 */
@SuppressWarnings("ReferenceEquality") // two that say the same are two all the same
public final class SafetyReview {

    /** Of reasons in a judgement: with more nobody reads them. */
    private static final int MAX_REASONS = 12;

    private static final int MAX_EXAMPLES = 3;

    private static final int BEST = 100;
    private static final int BEST_WITH_CONSENT = 50;
    private static final int PER_QUESTION = 10;
    private static final int PER_NOTE = 3;

    private final SafetyPolicy policy;
    private final Conflicts conflicts;
    private final List<Conduct> existing;
    private final ZoneId zone;

    /**
     * For one home.
     *
     * @param peaks what its devices were seen to draw
     * @param existing all other automations of it
     */
    public SafetyReview(HomeRegistry home, PowerPeaks peaks, List<Conduct> existing) {
        this.policy = new SafetyPolicy(home, peaks);
        this.conflicts = new Conflicts(home);
        this.existing = List.copyOf(existing);
        this.zone = home.config().timeZone();
    }

    /**
     * A new automation with what it does to the others, and they to it, by what is written alone.
     *
     * @param conflicts the gravest kind first
     */
    public record Found(Conduct fresh, List<Conflict> conflicts) {

        public Found {
            conflicts = List.copyOf(conflicts);
        }

        /** Whose past would show it, the weightiest first. */
        public Set<EntityId> entities() {
            return Traces.needed(fresh, conflicts);
        }
    }

    /**
     * What came of it.
     *
     * @param safety its score is 0 where it is forbidden, at most 50 where consent is needed, and less for each thing to be said against it
     * @param conflicts with the other automations, the gravest kind first
     */
    public record Reviewed(Safety safety, List<Conflict> conflicts) {}

    /** The judgement on the new automation, without any history. */
    public Reviewed of(Conduct fresh) {
        return judge(look(fresh), Past.NONE);
    }

    /** Looks for what may be said against it. */
    public Found look(Conduct fresh) {
        List<Conduct> others = existing.stream()
                .filter(other -> fresh.id().isEmpty() || !other.id().equals(fresh.id()))
                .toList();
        return new Found(fresh, conflicts.with(fresh, others));
    }

    /** The judgement on what was found, shown by what is remembered. */
    public Reviewed judge(Found found, Past past) {
        Conduct fresh = found.fresh();
        List<Conflict> shown = new Traces(past, zone).shown(found.conflicts(), List.of(fresh));
        List<Remark> remarks = new ArrayList<>(policy.remarks(fresh));
        remarks.addAll(reached(fresh, shown));
        return judge(remarks, shown);
    }

    /** What the automations do that it starts counts as its own doing, but a person wrote them, so consent is enough. */
    private List<Remark> reached(Conduct fresh, List<Conflict> found) {
        List<Remark> remarks = new ArrayList<>();
        for (Conflict chain : found) {
            if (chain.kind() != ConflictKind.CHAIN
                    || !chain.automations().getFirst().equals(fresh)) {
                continue;
            }
            Conduct started = chain.automations().getLast();
            for (Deed deed : started.deeds()) {
                policy.remarks(deed).stream()
                        .filter(remark -> remark.tier() == SafetyTier.NEVER)
                        .findFirst()
                        .ifPresent(remark -> remarks.add(new Remark(
                                SafetyTier.CONSENT, "it starts “" + started.name() + "”, and " + remark.reason())));
            }
        }
        return remarks.stream().distinct().toList();
    }

    private static Reviewed judge(List<Remark> remarks, List<Conflict> found) {
        SafetyTier tier =
                remarks.stream().map(Remark::tier).max(SafetyTier::compareTo).orElse(SafetyTier.LOW_RISK);
        Gravity gravity =
                found.stream().map(Conflict::gravity).max(Gravity::compareTo).orElse(Gravity.NOTE);
        SafetyVerdict verdict = verdict(tier, gravity);
        List<String> reasons = new ArrayList<>(explained(found, Gravity.BLOCK));
        for (SafetyTier each : List.of(SafetyTier.NEVER, SafetyTier.CONSENT)) {
            remarks.stream()
                    .filter(remark -> remark.tier() == each)
                    .map(Remark::reason)
                    .forEach(reasons::add);
        }
        reasons.addAll(explained(found, Gravity.ASK));
        return new Reviewed(
                new Safety(
                        tier,
                        verdict,
                        reasons.stream().distinct().limit(MAX_REASONS).toList(),
                        explained(found, Gravity.NOTE),
                        score(verdict, remarks, found),
                        examples(found)),
                found);
    }

    private static List<String> explained(List<Conflict> found, Gravity gravity) {
        return found.stream()
                .filter(conflict -> conflict.gravity() == gravity)
                .map(Conflict::explanation)
                .distinct()
                .limit(MAX_REASONS)
                .toList();
    }

    /** What happened in the gravest of them; a reader wants some, not all. */
    private static @Nullable List<String> examples(List<Conflict> found) {
        List<String> examples = found.stream()
                .filter(conflict -> !conflict.trace().isEmpty())
                .sorted(Comparator.comparing(Conflict::gravity).reversed())
                .limit(MAX_EXAMPLES)
                .map(conflict -> conflict.explanation() + " " + String.join("; ", conflict.trace()))
                .toList();
        return examples.isEmpty() ? null : examples;
    }

    private static SafetyVerdict verdict(SafetyTier tier, Gravity gravity) {
        SafetyVerdict byGravity = switch (gravity) {
            case NOTE -> SafetyVerdict.PASS;
            case ASK -> SafetyVerdict.ASK;
            case BLOCK -> SafetyVerdict.BLOCK;
        };
        SafetyVerdict byTier = SafetyPolicy.verdict(tier);
        return byTier.compareTo(byGravity) >= 0 ? byTier : byGravity;
    }

    private static int score(SafetyVerdict verdict, List<Remark> remarks, List<Conflict> found) {
        if (verdict == SafetyVerdict.BLOCK) {
            return 0;
        }
        long notes = found.stream().filter(any -> any.gravity() == Gravity.NOTE).count();
        long questions = found.size() - notes + remarks.size();
        int best = verdict == SafetyVerdict.PASS ? BEST : BEST_WITH_CONSENT + PER_QUESTION;
        return (int) Math.max(1, best - PER_QUESTION * questions - PER_NOTE * notes);
    }
}
