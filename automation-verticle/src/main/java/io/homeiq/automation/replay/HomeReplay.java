package io.homeiq.automation.replay;

import io.homeiq.automation.history.HomeHistory;
import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.contracts.rule.Verbatim;
import io.homeiq.homeassistant.cases.ReplayText;
import io.homeiq.homeassistant.template.HomeAssistantTemplates;
import io.homeiq.mining.attribution.Attributor;
import io.homeiq.replay.Answer;
import io.homeiq.replay.Life;
import io.homeiq.replay.Replay;
import io.homeiq.replay.history.Act;
import io.homeiq.replay.history.Comparison;
import io.homeiq.replay.history.Happenings;
import io.homeiq.replay.history.Intentions;
import io.homeiq.replay.history.Prelude;
import io.homeiq.replay.history.Setting;
import io.homeiq.service.OneAtATime;
import io.homeiq.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Lives through the history of the home with one automation after the other. The history is read twice, once to tell who
 * did what and once to live through, so that it need not fit into memory.
 */
final class HomeReplay {

    /** What is answered has to be read by somebody. */
    private static final int MAX_FIRINGS = 20_000;

    private final Vertx vertx;
    private final HomeHistory history;
    private final OneAtATime turns = new OneAtATime();

    HomeReplay(Vertx vertx, HomeHistory history) {
        this.vertx = vertx;
        this.history = history;
    }

    /** Fails with a problem if Home Assistant would not run the automation, or if it fires too often. */
    Future<ReplayText> replay(Verbatim automation, Span span, HomeRegistry registry) {
        return turns.run(() -> {
            Prelude prelude = new Prelude();
            Attributor attributor = new Attributor(registry);
            return read(
                            span,
                            event -> prelude.accept(
                                    event, attributor.accept(event).act()))
                    .compose(told -> live(automation, span, registry, prelude));
        });
    }

    private Future<ReplayText> live(Verbatim automation, Span span, HomeRegistry registry, Prelude prelude) {
        Setting setting = new Setting(automation, registry.config(), prelude);
        // Without a history too: what Home Assistant would not run is refused.
        Instant start = Objects.requireNonNullElse(prelude.start(), span.start());
        Life life = new Replay(new HomeAssistantTemplates()).begin(setting.question(start, MAX_FIRINGS));
        return read(span, event -> life.accept(Happenings.of(event)))
                .compose(lived -> onWorker(life::finish))
                .compose(answer -> switch (answer) {
                    case Answer.Replayed replayed ->
                        Future.succeededFuture(text(automation, prelude, setting, replayed));
                    case Answer.Refused refused ->
                        Problem.of(
                                        Problem.Kind.UNREADABLE_CONTENT,
                                        "Home Assistant would not run this: " + refused.reason())
                                .asFailure();
                });
    }

    /** Hands on the events of the span, on a thread that may think; what comes after it is passed over. */
    private Future<Void> read(Span span, Consumer<HomeEvent> sink) {
        return history.since(
                span.start(),
                events -> onWorker(() -> {
                            events.stream()
                                    .map(Sequenced::event)
                                    .filter(event -> span.holds(event.time()))
                                    .forEach(sink);
                            return true;
                        })
                        .mapEmpty());
    }

    private <T> Future<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false).map(Objects::requireNonNull);
    }

    private static ReplayText text(Verbatim automation, Prelude prelude, Setting setting, Answer.Replayed replayed) {
        Map<String, Set<String>> intended = Intentions.of(automation.tree());
        List<Act> people = setting.people(intended, replayed.firings());
        return new ReplayText(
                automation,
                prelude.start(),
                prelude.end(),
                replayed,
                Comparison.of(replayed.firings(), people, intended),
                people,
                setting.gaps());
    }
}
