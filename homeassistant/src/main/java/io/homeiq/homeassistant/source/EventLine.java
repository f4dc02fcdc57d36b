package io.homeiq.homeassistant.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.home.Attributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Picks the fields of interest out of one line, in whatever order they stand. The fields belong to the line read last.
 * Not thread-safe.
 */
final class EventLine {

    /** A time field that is there but holds no time. */
    static final long BAD_TIME = TimeText.NONE + 1;

    private static final String STATE_CHANGED = "state_changed";

    private final JsonScan scan = new JsonScan();
    private final TimeText times = new TimeText();
    private final TextCache texts = new TextCache();
    private final AttributesCache attributesCache;
    private final ObjectMapper mapper;

    @Nullable
    String type;

    @Nullable
    String entityId;

    @Nullable
    String before;

    @Nullable
    String after;

    Attributes attributes = Attributes.NONE;
    long fired;
    long updated;
    long changed;

    @Nullable
    String contextId;

    private @Nullable String lastContextId;

    @Nullable
    String parentId;

    @Nullable
    String userId;

    long seq;
    boolean isRemoval;
    int dataFrom;
    int dataTo;

    EventLine(ObjectMapper mapper) {
        this.mapper = mapper;
        this.attributesCache = new AttributesCache(mapper);
    }

    void read(byte[] bytes, int from, int to) throws JsonScan.Malformed, IOException {
        clear();
        scan.over(bytes, from, to);
        event(true);
        scan.expectEnd();
        if (STATE_CHANGED.equals(type) && dataTo > 0) {
            scan.over(bytes, dataFrom, dataTo);
            change();
        }
    }

    private void clear() {
        type = null;
        entityId = null;
        before = null;
        after = null;
        attributes = Attributes.NONE;
        fired = TimeText.NONE;
        updated = TimeText.NONE;
        changed = TimeText.NONE;
        contextId = null;
        parentId = null;
        userId = null;
        seq = 0;
        isRemoval = false;
        dataFrom = 0;
        dataTo = 0;
    }

    /** The event itself, the whole message that carries it under {@code event}, or a state alone. */
    private void event(boolean isOutermost) throws JsonScan.Malformed, IOException {
        scan.expect('{');
        for (boolean first = true; scan.nextKey(first); first = false) {
            switch (key()) {
                case EVENT_TYPE -> type = nullableText();
                case DATA -> data();
                case TIME_FIRED -> fired = time();
                case CONTEXT -> context();
                case SEQ -> seq = wholeNumber();
                case ENTITY_ID -> entityId = nullableText();
                case STATE -> after = nullableText();
                case ATTRIBUTES -> attributes();
                case LAST_CHANGED -> changed = time();
                case LAST_UPDATED -> updated = time();
                case EVENT -> nested(isOutermost);
                default -> scan.skip();
            }
        }
    }

    private void nested(boolean isAllowed) throws JsonScan.Malformed, IOException {
        if (isAllowed && scan.peek() == '{') {
            event(false);
        } else {
            scan.skip();
        }
    }

    private void data() throws JsonScan.Malformed, IOException {
        if (STATE_CHANGED.equals(type) && scan.peek() == '{') {
            change();
        } else {
            scan.peek();
            dataFrom = scan.position();
            scan.skip();
            dataTo = scan.position();
        }
    }

    private void change() throws JsonScan.Malformed, IOException {
        scan.expect('{');
        for (boolean first = true; scan.nextKey(first); first = false) {
            switch (key()) {
                case ENTITY_ID -> entityId = nullableText();
                case OLD_STATE -> oldState();
                case NEW_STATE -> newState();
                default -> scan.skip();
            }
        }
    }

    private void oldState() throws JsonScan.Malformed {
        if (!scan.take('{')) {
            scan.skip();
            return;
        }
        for (boolean first = true; scan.nextKey(first); first = false) {
            if (key() == EventKey.STATE) {
                before = nullableText();
                scan.leaveObject();
                return;
            }
            scan.skip();
        }
    }

    private void newState() throws JsonScan.Malformed, IOException {
        if (scan.takeNull()) {
            isRemoval = true;
            return;
        }
        scan.expect('{');
        for (boolean first = true; scan.nextKey(first); first = false) {
            switch (key()) {
                case STATE -> after = nullableText();
                case ATTRIBUTES -> attributes();
                case LAST_UPDATED -> updated = time();
                case CONTEXT -> {
                    if (contextId == null) {
                        context();
                    } else {
                        scan.skip();
                    }
                }
                default -> scan.skip();
            }
        }
    }

    private void attributes() throws JsonScan.Malformed, IOException {
        if (scan.peek() != '{') {
            scan.skip();
            return;
        }
        int from = scan.position();
        scan.skip();
        if (scan.position() - from > 2) {
            attributes = attributesCache.of(scan.bytes(), from, scan.position());
        }
    }

    private void context() throws JsonScan.Malformed {
        if (!scan.take('{')) {
            scan.skip();
            return;
        }
        for (boolean first = true; scan.nextKey(first); first = false) {
            switch (key()) {
                case ID -> contextId = lastContextId = contextId(lastContextId);
                case PARENT_ID -> parentId = nullableText();
                case USER_ID -> userId = nullableText();
                default -> scan.skip();
            }
        }
    }

    private long time() throws JsonScan.Malformed {
        if (scan.takeNull()) {
            return TimeText.NONE;
        }
        if (scan.peek() != '"') {
            scan.skip();
            return BAD_TIME;
        }
        scan.text();
        long micros = times.micros(scan.bytes(), scan.textFrom(), scan.textTo());
        return micros == TimeText.NONE ? BAD_TIME : micros;
    }

    private long wholeNumber() throws JsonScan.Malformed {
        scan.peek();
        int from = scan.position();
        scan.skip();
        try {
            return Math.max(0, Long.parseLong(scan.asText(from)));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** The next value as text; null if it is null or no plain value. */
    private @Nullable String nullableText() throws JsonScan.Malformed {
        int next = scan.peek();
        if (next == '"') {
            scan.text();
            return text();
        }
        int from = scan.position();
        boolean isNull = scan.takeNull();
        if (isNull) {
            return null;
        }
        scan.skip();
        return next == '{' || next == '[' ? null : scan.asText(from);
    }

    private EventKey key() {
        return EventKey.of(scan.bytes(), scan.textFrom(), scan.textTo());
    }

    /** The id of a context: most are new, so the cache of texts is not filled with them. */
    private @Nullable String contextId(@Nullable String likely) throws JsonScan.Malformed {
        if (scan.peek() != '"') {
            return nullableText();
        }
        scan.text();
        int from = scan.textFrom();
        int length = scan.textTo() - from;
        if (scan.isEscaped()) {
            return text();
        }
        if (likely != null && TextCache.isSame(likely, scan.bytes(), from, from + length)) {
            return likely;
        }
        return new String(scan.bytes(), from, length, StandardCharsets.UTF_8);
    }

    /** The text that was just passed. */
    private String text() throws JsonScan.Malformed {
        int from = scan.textFrom();
        int to = scan.textTo();
        return scan.isEscaped() ? unescaped(from, to) : texts.text(scan.bytes(), from, to);
    }

    private String unescaped(int from, int to) throws JsonScan.Malformed {
        try {
            return mapper.readValue(scan.bytes(), from - 1, to - from + 2, String.class);
        } catch (IOException wrongEscape) {
            throw scan.malformed();
        }
    }
}
