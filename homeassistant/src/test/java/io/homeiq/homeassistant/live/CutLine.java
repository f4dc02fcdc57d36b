package io.homeiq.homeassistant.live;

import io.homeiq.homeassistant.client.Await;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a Home Assistant that a test can cut and mend. */
final class CutLine implements AutoCloseable {

    private final NetServer server;
    private final NetClient client;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CutLine(Vertx vertx, int port) {
        client = vertx.createNetClient();
        server = vertx.createNetServer().connectHandler(near -> {
            if (cut) {
                near.close();
                return;
            }
            near.pause();
            client.connect(port, "127.0.0.1").onSuccess(far -> join(near, far)).onFailure(fault -> near.close());
        });
        Await.result(server.listen(0, "127.0.0.1"));
    }

    private void join(NetSocket near, NetSocket far) {
        open.add(near);
        near.closeHandler(closed -> {
            open.remove(near);
            far.close();
        });
        far.closeHandler(closed -> near.close());
        near.handler(far::write);
        far.handler(near::write);
        near.resume();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Ends every connection and lets no new one through. */
    void cut() {
        cut = true;
        open.forEach(NetSocket::close);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        Await.result(server.close());
        Await.result(client.close());
    }
}
