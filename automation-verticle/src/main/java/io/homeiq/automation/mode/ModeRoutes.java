package io.homeiq.automation.mode;

import io.homeiq.contracts.suggestion.Mode;
import io.homeiq.service.Problem;
import io.homeiq.service.Problem.Kind;
import io.homeiq.service.http.Api;
import io.homeiq.service.http.Reply;
import io.homeiq.service.http.Request;
import io.homeiq.service.http.Routes;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Seeing and choosing what HomeIQ does as a whole. */
public final class ModeRoutes implements Routes {

    private static final String PATH = "/api/mode";

    private final ModeSwitch choice;

    public ModeRoutes(ModeSwitch choice) {
        this.choice = choice;
    }

    @Override
    public void addTo(Api api) {
        api.get(PATH, request -> choice.now().map(ModeRoutes::view));
        api.put(PATH, this::choose);
    }

    private record Wish(@Nullable Mode mode, @Nullable Boolean learning) {}

    private Future<Reply> choose(Request request) {
        Wish wish = request.body(Wish.class);
        return wish.mode() == null && wish.learning() == null
                ? Problem.of(
                                Kind.INVALID_REQUEST,
                                "say mode (off, suggest or shadow), learning (true or false), or both")
                        .with("parameter", "mode")
                        .asFailure()
                : choice.choose(wish.mode(), wish.learning()).map(ModeRoutes::view);
    }

    private static Reply view(ChosenMode chosen) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("mode", chosen.mode());
        view.put("learning", chosen.isLearning());
        if (chosen.pausedSince() != null) {
            view.put("paused_since", chosen.pausedSince());
        }
        view.put("message", mode(chosen) + " " + learning(chosen));
        return Reply.ok(view);
    }

    private static String mode(ChosenMode chosen) {
        return switch (chosen.mode()) {
            case OFF -> "Nothing new is suggested.";
            case SUGGEST -> "What is proven is suggested.";
            case SHADOW -> "What is proven is suggested and put on trial at once.";
        };
    }

    private static String learning(ChosenMode chosen) {
        return chosen.isLearning()
                ? "Habits are learned."
                : "Nothing is learned since " + chosen.pausedSince() + ": what happens meanwhile is left out for good.";
    }
}
