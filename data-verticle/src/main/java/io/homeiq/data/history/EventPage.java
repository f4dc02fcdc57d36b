package io.homeiq.data.history;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.Sequenced;
import io.homeiq.data.history.EventQuery.Order;
import io.homeiq.service.http.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events as an answer, with a header that tells where the next one begins. */
final class EventPage {

    /** Tells where the list goes on: the value of the parameter of the next request. Not there at the end of the list. */
    static final String NEXT_CURSOR = "X-Next-Cursor";

    /** As {@link #NEXT_CURSOR}, for {@code after_seq}. */
    static final String NEXT_SEQ = "X-Next-After-Seq";

    private EventPage() {}

    /** @param next how the list goes on; null if this was its end */
    static Reply of(List<Sequenced> events, @Nullable Order next, HomeRegistry registry) {
        Reply reply = Reply.ok(EventDocument.allOf(events, registry));
        return switch (next) {
            case null -> reply;
            case Order.OldestFirst(Position from) when from != null -> reply.header(NEXT_CURSOR, from.encode());
            case Order.NewestFirst(Position from) when from != null -> reply.header(NEXT_CURSOR, from.encode());
            case Order.ByNumber(long afterSeq) -> reply.header(NEXT_SEQ, Long.toString(afterSeq));
            default -> reply;
        };
    }
}
