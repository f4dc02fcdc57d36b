package io.homeiq.app.cli;

import io.homeiq.app.runtime.BusConnection;
import io.homeiq.app.settings.Settings;
import io.homeiq.app.terminal.Environment;
import io.homeiq.app.terminal.EventLine;
import io.homeiq.app.terminal.ExitCode;
import io.homeiq.bus.Bus;
import io.homeiq.contracts.event.TopicFilter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code homeiq events}: follows the bus. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Prints the events of the home as they pass on the bus, until it is interrupted.")
final class EventsCommand implements Callable<Integer> {

    @Option(names = "--type", paramLabel = "TYPE", description = "only one type, for example pattern.detected")
    private String type = "+";

    @Option(names = "--json", description = "whole events, a JSON object a line")
    private boolean asJson;

    @Option(names = "--count", paramLabel = "N", description = "end after so many events")
    private long count = Long.MAX_VALUE;

    @Option(names = "--seconds", paramLabel = "N", description = "end after so many seconds")
    private long seconds = Long.MAX_VALUE;

    private final Environment environment;

    EventsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = environment.settings();
        TopicFilter filter = new TopicFilter("homeiq/v1/" + settings.home() + "/event/" + type);
        Vertx vertx = Vertx.vertx();
        CountDownLatch left = new CountDownLatch((int) Math.min(Integer.MAX_VALUE, count));
        try {
            Bus bus = BusConnection.open(
                    vertx, settings, "homeiq-events-" + ProcessHandle.current().pid());
            bus.onConnected(() -> environment.console().remark("following " + filter));
            bus.subscribe(filter, message -> {
                if (left.getCount() > 0) {
                    environment.console().line(EventLine.of(message, asJson));
                    left.countDown();
                }
                return Future.succeededFuture();
            });
            boolean ended = left.await(seconds, TimeUnit.SECONDS);
            return ended || seconds < Long.MAX_VALUE ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            vertx.close();
        }
    }
}
