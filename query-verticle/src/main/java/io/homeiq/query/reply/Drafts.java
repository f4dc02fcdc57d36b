package io.homeiq.query.reply;

import io.homeiq.contracts.file.QueryReply;
import io.homeiq.contracts.rule.Automation;
import io.homeiq.contracts.rule.Rule;
import io.homeiq.contracts.rule.RunMode;
import io.homeiq.contracts.rule.SunEvent;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.contracts.suggestion.Safety;
import io.homeiq.contracts.suggestion.SafetyVerdict;
import io.homeiq.mining.safety.SafetyPolicy;
import io.homeiq.mining.suggestion.SuggestionWriter;
import io.homeiq.query.language.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Drafts of automations and commands. Nothing is put in place and nothing is switched; what must never be automated is refused. */
final class Drafts {

    private Drafts() {}

    static QueryReply automation(String id, Meaning.Automate draft, KnownHome home) {
        SafetyPolicy policy = new SafetyPolicy(home.registry());
        Safety safety = policy.judge(draft.rule());
        if (safety.verdict() == SafetyVerdict.BLOCK) {
            return Replies.refusal(
                    id,
                    "I do not draft that, because " + safety.reasons().getFirst()
                            + "; write such an automation by hand if you want it.",
                    draft.entities());
        }
        String title = new SuggestionWriter(home.registry(), policy).title(draft.rule());
        String message = title + ". This is a draft; nothing was put in place. Safety: "
                + safety.tier().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (safety.reasons().isEmpty() ? "" : ", " + String.join("; ", safety.reasons())) + "."
                + (draft.notes().isEmpty() ? "" : " " + String.join(" ", draft.notes()));
        Automation automation = new Automation(
                Automation.OUR_PREFIX + id,
                title,
                "Asked for in plain words.",
                draft.rule(),
                RunMode.SINGLE,
                Verbatim.EMPTY);
        return Replies.automation(id, draft, title, message, AutomationText.of(automation));
    }

    static QueryReply command(String id, Meaning.Act act, KnownHome home) {
        String words = CallWords.of(act.calls(), home.names());
        Safety safety = new SafetyPolicy(home.registry()).judge(asRule(act));
        String message = words + ". Nothing was switched: I only tell so far which services would be called."
                + (safety.verdict() == SafetyVerdict.PASS
                        ? ""
                        : " It would need your confirmation: "
                                + safety.reasons().getFirst() + ".");
        return Replies.command(id, act, words, message);
    }

    /** The safety check reads rules; what triggers this one says nothing. */
    private static Rule asRule(Meaning.Act act) {
        return new Rule(List.of(new SunTrigger(SunEvent.SUNSET, Duration.ZERO)), List.of(), List.copyOf(act.calls()));
    }
}
