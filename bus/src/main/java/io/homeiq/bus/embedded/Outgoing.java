package io.homeiq.bus.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client is still to get with quality of service 1, in order: some of it sent and not yet acknowledged, the rest waiting. It outlives
 * connections; what was sent and not acknowledged comes first on the next one, marked as sent before.
 */
final class Outgoing {

    private static final int LAST_PACKET_ID = 65_535;

    private final int maxWaiting;
    private final QueueBudget budget;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Map<Integer, Entry> inFlight = new LinkedHashMap<>();
    private int lastPacketId;

    Outgoing(int maxWaiting, QueueBudget budget) {
        this.maxWaiting = maxWaiting;
        this.budget = budget;
    }

    /** False if there is no room for it. */
    boolean add(Publication publication, boolean retained) {
        if (waiting.size() >= maxWaiting || !budget.take(publication)) {
            return false;
        }
        waiting.add(new Entry(publication, retained));
        return true;
    }

    /** Sends what the window allows; what has expired is left out. */
    void sendOn(ClientConnection connection, long now) {
        while (connection.isOpen() && inFlight.size() < connection.window()) {
            Entry next = waiting.poll();
            if (next == null) {
                return;
            }
            if (next.publication.isExpired(now) || !connection.takes(next.publication)) {
                budget.giveBack(next.publication);
                continue;
            }
            boolean again = next.packetId != 0;
            if (!again) {
                next.packetId = freePacketId();
            }
            inFlight.put(next.packetId, next);
            connection.send(next.publication, Grant.HIGHEST_QOS, next.retained, next.packetId, again);
        }
    }

    private int freePacketId() {
        do {
            lastPacketId = lastPacketId >= LAST_PACKET_ID ? 1 : lastPacketId + 1;
        } while (isTaken(lastPacketId));
        return lastPacketId;
    }

    private boolean isTaken(int packetId) {
        // Those sent on a former connection keep their number and stand first.
        for (Entry entry : waiting) {
            if (entry.packetId == 0) {
                break;
            }
            if (entry.packetId == packetId) {
                return true;
            }
        }
        return inFlight.containsKey(packetId);
    }

    void acknowledged(int packetId) {
        Entry entry = inFlight.remove(packetId);
        if (entry != null) {
            budget.giveBack(entry.publication);
        }
    }

    void connectionLost() {
        List<Entry> unacknowledged = new ArrayList<>(inFlight.values());
        inFlight.clear();
        unacknowledged.reversed().forEach(waiting::addFirst);
    }

    void clear() {
        connectionLost();
        for (@Nullable Entry left = waiting.poll(); left != null; left = waiting.poll()) {
            budget.giveBack(left.publication);
        }
    }

    private static final class Entry {

        private final Publication publication;
        private final boolean retained;
        private int packetId;

        Entry(Publication publication, boolean retained) {
            this.publication = publication;
            this.retained = retained;
        }
    }
}
