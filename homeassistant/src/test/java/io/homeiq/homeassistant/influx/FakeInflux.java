package io.homeiq.homeassistant.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback that says what it is told to say, and remembers what it was asked. */
final class FakeInflux implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Said> answers = new ArrayDeque<>();
    private final List<Asked> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * One question as it came.
     *
     * @param authorization "null" if there was none
     */
    record Asked(String path, String authorization, String type, String body) {}

    /**
     * One answer.
     *
     * @param ending what happens behind the body
     */
    record Said(int status, String type, String body, Ending ending) {

        static Said good(String type, String body) {
            return new Said(200, type, body, Ending.WHOLE);
        }
    }

    enum Ending {
        WHOLE,
        /** Fewer bytes than were promised. */
        CUT_OFF,
        /** The rest never comes, and the connection stays open. */
        SILENCE
    }

    FakeInflux(Said... said) throws IOException {
        Collections.addAll(answers, said);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Asked> questions() {
        return questions;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        questions.add(new Asked(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                body));
        Said said = next();
        byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", said.type());
        int promised = said.ending() == Ending.WHOLE ? bytes.length : bytes.length + 100;
        exchange.sendResponseHeaders(said.status(), promised == 0 ? -1 : promised);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
            out.flush();
            if (said.ending() == Ending.SILENCE) {
                closing.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Said next() {
        synchronized (answers) {
            return answers.size() > 1 ? answers.remove() : answers.element();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
