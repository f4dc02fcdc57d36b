package io.homeiq.pattern.answer;

import io.homeiq.service.http.Request;
import io.homeiq.store.pattern.Feedback;
import io.homeiq.store.pattern.FeedbackAction;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what a person says of a pattern or a synergy: as query parameters or as a JSON body, of which the first count. */
public final class FeedbackForm {

    private static final String MUST = "accept, reject or ignore";

    /** Characters of a comment. */
    private static final int MAX_COMMENT = 2_000;

    private FeedbackForm() {}

    /** The body; everything may be left out. */
    record Body(@Nullable String action, @Nullable String comment) {}

    /** What was said, at this time. */
    public static Feedback read(Request request, Instant now) {
        FeedbackAction chosen = request.choice("action", FeedbackAction.class);
        Body body = request.body().length() == 0 ? new Body(null, null) : request.body(Body.class);
        String comment = request.text("comment") == null ? body.comment() : request.text("comment");
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw Request.invalid("comment", comment, "at most " + MAX_COMMENT + " characters");
        }
        return new Feedback(chosen == null ? action(body.action()) : chosen, comment, now);
    }

    private static FeedbackAction action(@Nullable String said) {
        return Arrays.stream(FeedbackAction.values())
                .filter(action -> action.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> Request.invalid("action", said == null ? "none" : said, MUST));
    }
}
