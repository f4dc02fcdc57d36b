package io.homeiq.automation.device;

import io.homeiq.automation.mode.ModeBook;
import io.homeiq.automation.mode.ModeSwitch;
import io.homeiq.automation.suggestion.Decisions;
import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.automation.wording.Wordings;
import io.homeiq.bus.Message;
import io.homeiq.bus.Subscription;
import io.homeiq.contracts.event.AutomationFailed;
import io.homeiq.contracts.event.Command;
import io.homeiq.contracts.event.SuggestionApproved;
import io.homeiq.contracts.event.SuggestionCreated;
import io.homeiq.contracts.event.SuggestionExpired;
import io.homeiq.contracts.event.SuggestionRejected;
import io.homeiq.contracts.event.Topic;
import io.homeiq.contracts.event.TopicFilter;
import io.homeiq.contracts.suggestion.SuggestionId;
import io.homeiq.service.event.CommandConsumer;
import io.homeiq.service.event.ConsumerParts;
import io.homeiq.service.event.EventConsumer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device HomeIQ in Home Assistant: described where that looks for devices, kept up to date, and obeyed. Described again whenever a connection
 * stands, and whenever Home Assistant has come up.
 */
public final class HomeIqDevice implements Presses.Echo {

    private static final Logger LOG = LoggerFactory.getLogger(HomeIqDevice.class);
    private static final Buffer ONLINE = Buffer.buffer("online");
    private static final Buffer OFFLINE = Buffer.buffer("offline");

    private final ConsumerParts parts;
    private final String version;
    private final @Nullable Discovery discovery;
    private final DeviceBoard board;
    private final NewsDesk news;
    private final ShownBook shown;
    private final Wordings wordings;
    private final SuggestionBook book;
    private volatile boolean present;

    /** @param discovery null: Home Assistant is told that there is no such device */
    public HomeIqDevice(
            SuggestionBook book,
            ModeBook modes,
            Wordings wordings,
            ConsumerParts parts,
            String version,
            @Nullable Discovery discovery) {
        this.book = book;
        this.wordings = wordings;
        this.parts = parts;
        this.version = version;
        this.discovery = discovery;
        this.shown = new ShownBook(book, parts.json());
        this.board = new DeviceBoard(book, shown, modes, wordings, parts);
        this.news = new NewsDesk(book, wordings, parts);
    }

    /** Something that it shows may have changed; never waits, never fails. */
    public void touch() {
        board.touch();
    }

    /**
     * Listens to what is news on it.
     *
     * @param created called with each new suggestion as well
     */
    public List<Future<Subscription>> follow(EventConsumer events, Runnable created) {
        return List.of(
                events.onBell(SuggestionCreated.class, event -> {
                    created.run();
                    return news.tell(
                            event,
                            DeviceNews.Kind.PROPOSED,
                            event.data().suggestion().id(),
                            null);
                }),
                events.onBell(
                        SuggestionApproved.class,
                        event -> news.tell(
                                event, DeviceNews.Kind.APPROVED, event.data().suggestionId(), null)),
                events.onBell(
                        SuggestionRejected.class,
                        event -> news.tell(
                                event,
                                DeviceNews.Kind.REJECTED,
                                event.data().suggestionId(),
                                event.data().reason())),
                events.onBell(
                        SuggestionExpired.class,
                        event -> news.tell(
                                event,
                                DeviceNews.Kind.EXPIRED,
                                event.data().suggestionId(),
                                event.data().reason())),
                events.onBell(
                        AutomationFailed.class,
                        event -> news.tell(
                                event,
                                DeviceNews.Kind.FAILED,
                                event.data().suggestionId(),
                                event.data().problem())));
    }

    /** Obeys its buttons and choices, and listens to Home Assistant coming up. */
    public List<Future<Subscription>> obey(CommandConsumer commands, Decisions decisions, ModeSwitch choice) {
        Presses presses = new Presses(book, shown, decisions, wordings, parts.json(), this);
        List<Future<Subscription>> opening = new ArrayList<>(List.of(
                commands.on(Command.ApproveShown.class, presses::approve),
                commands.on(Command.RejectShown.class, presses::reject),
                commands.on(
                        Command.SetMode.class,
                        command -> choice.choose(command.mode(), null).mapEmpty()),
                commands.on(
                        Command.SetLearning.class,
                        command -> choice.choose(null, command.on()).mapEmpty())));
        if (discovery != null) {
            opening.add(parts.bus().subscribe(TopicFilter.exactly(discovery.birth()), message -> {
                if (message.payload().toString(StandardCharsets.UTF_8).equals("online")) {
                    show();
                }
                return Future.succeededFuture();
            }));
        }
        return opening;
    }

    /** It is there from now on, with every connection. */
    public void begin() {
        present = true;
        parts.bus().onConnected(this::show);
    }

    private void show() {
        if (present) {
            describe()
                    .compose(described -> presence(ONLINE))
                    .onFailure(failure -> LOG.info("the device is described later: {}", failure.getMessage()));
            board.tellAgain();
        }
    }

    private Future<Void> describe() {
        // Without discovery a description of earlier is taken back: the device goes away.
        Discovery where = discovery == null ? Discovery.DEFAULT : discovery;
        Buffer document = discovery == null ? Buffer.buffer() : new DiscoveryDocument(parts.home(), version).write();
        return parts.bus().publish(new Message(where.document(parts.home()), document, true));
    }

    private Future<Void> presence(Buffer word) {
        return parts.bus().publish(new Message(Topic.device(parts.home(), "presence"), word, true));
    }

    /** It is not available from now on; never fails. */
    public Future<Void> leave() {
        boolean wasThere = present;
        present = false;
        return wasThere && parts.bus().isConnected() ? presence(OFFLINE).otherwiseEmpty() : Future.succeededFuture();
    }

    @Override
    public void obeyed(String words) {
        board.answered(words);
    }

    @Override
    public void refused(SuggestionId id, String title, String reason) {
        board.answered("Refused: " + reason);
        news.refused(id, title, reason);
    }
}
