package io.homeiq.automation.suggestion;

import io.homeiq.contracts.rule.Condition;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.rule.Trigger;
import io.homeiq.contracts.suggestion.Suggestion;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.store.suggestion.SuggestionFilter;
import io.homeiq.store.suggestion.SuggestionStatus;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A "no" holds until the behaviour has changed materially, under whatever id the same is found again: until it is done at
 * another time ({@link #OTHER_TIME}), upon another trigger, on other days or under other conditions, until something else
 * is done, or until it became much surer ({@link #MUCH_SURER}) while some time went by ({@link #NOT_BEFORE}).
 */
final class Refusals {

    /** By the clock or beside the same event of the sun. */
    static final Duration OTHER_TIME = Duration.ofMinutes(30);

    /** So much higher the confidence must be, 0 to 1. */
    static final double MUCH_SURER = 0.15;

    /** So soon after a "no" a higher confidence alone changes nothing. */
    static final Duration NOT_BEFORE = Duration.ofDays(28);

    private static final Duration DAY = Duration.ofDays(1);

    private final SuggestionBook book;

    Refusals(SuggestionBook book) {
        this.book = book;
    }

    /** Whether a suggestion of the same meaning was refused, and that still holds; the latest {@link SuggestionFilter#MAX_LIMIT}. */
    Future<Boolean> forbid(SqlConnection connection, Suggestion fresh) {
        return book.list(connection, SuggestionFilter.in(SuggestionStatus.REJECTED))
                .map(refused -> refused.stream().anyMatch(no -> holds(no, fresh, book.now())));
    }

    /** Whether what was refused forbids a new suggestion. */
    static boolean holds(Suggestion refused, Suggestion fresh, Instant now) {
        if (!(refused.state() instanceof Rejected no)) {
            return false;
        }
        boolean surer = fresh.confidence() >= refused.confidence() + MUCH_SURER
                && !now.isBefore(no.since().plus(NOT_BEFORE));
        return !surer
                && saysTheSame(refused.automation().rule(), fresh.automation().rule());
    }

    private static boolean saysTheSame(Rule one, Rule other) {
        return SameDeeds.of(one.actions(), other.actions())
                && one.triggers().stream()
                        .anyMatch(a -> other.triggers().stream().anyMatch(b -> isNear(a, b)))
                && shareDays(one, other)
                && guards(one).equals(guards(other));
    }

    private static boolean isNear(Trigger one, Trigger other) {
        if (one instanceof TimeTrigger a && other instanceof TimeTrigger b) {
            Duration apart =
                    Duration.between(a.at().getFirst(), b.at().getFirst()).abs();
            Duration shorter = apart.compareTo(DAY.dividedBy(2)) > 0 ? DAY.minus(apart) : apart;
            return shorter.compareTo(OTHER_TIME) < 0;
        }
        if (one instanceof SunTrigger a && other instanceof SunTrigger b) {
            return a.event() == b.event() && a.offset().minus(b.offset()).abs().compareTo(OTHER_TIME) < 0;
        }
        if (one instanceof StateTrigger a && other instanceof StateTrigger b) {
            return a.entities().equals(b.entities()) && a.to().equals(b.to());
        }
        // The clock and the sun are two views of one habit, and which is the better one changes with the weeks.
        boolean daily = (one instanceof TimeTrigger || one instanceof SunTrigger)
                && (other instanceof TimeTrigger || other instanceof SunTrigger);
        return daily || one.equals(other);
    }

    private static boolean shareDays(Rule one, Rule other) {
        Set<DayOfWeek> common = days(one);
        common.retainAll(days(other));
        return !common.isEmpty();
    }

    private static Set<DayOfWeek> days(Rule rule) {
        return rule.conditions().stream()
                .filter(TimeCondition.class::isInstance)
                .map(condition -> ((TimeCondition) condition).weekdays())
                .filter(days -> !days.isEmpty())
                .findFirst()
                .map(HashSet::new)
                .orElseGet(() -> new HashSet<>(EnumSet.allOf(DayOfWeek.class)));
    }

    /** Conditions beside weekdays. */
    private static Set<Condition> guards(Rule rule) {
        List<Condition> guards = rule.conditions().stream()
                .filter(condition -> !(condition instanceof TimeCondition time && isOfDaysAlone(time)))
                .toList();
        return new HashSet<>(guards);
    }

    private static boolean isOfDaysAlone(TimeCondition time) {
        return time.after() == null && time.before() == null;
    }
}
