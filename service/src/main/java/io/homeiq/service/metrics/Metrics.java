package io.homeiq.service.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The numbers of one service, each with the label {@code service}. Names begin with {@code homeiq.}; the values of labels must be few and
 * known beforehand. Safe to share between threads.
 */
public final class Metrics implements AutoCloseable {

    /** The content type of {@link #scrape}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Those who read the numbers wait no longer for one that has to be asked for. Readiness knows its answer sooner. */
    private static final long ASK_SECONDS = 3;

    /** Numbers of the JVM whose names break the rules of Prometheus, and which others tell as well. */
    private static final List<String> ILL_NAMED = List.of("process.cpu.time", "system.cpu.count");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** @param service the value of the label {@code service} */
    public Metrics(String service) {
        registry.config().commonTags("service", service);
        ILL_NAMED.forEach(name -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
        new JvmMemoryMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /**
     * A number that only grows; the same one for the same name and labels.
     *
     * @param name as {@code homeiq.events.consumed}, without the ending {@code total}
     * @param labels names and values in turn
     */
    public Counter counter(String name, String description, String... labels) {
        return Counter.builder(name).description(description).tags(labels).register(registry);
    }

    /**
     * A number that stands elsewhere, such as in a database: it is asked for whenever somebody reads the numbers.
     *
     * @param name as {@code homeiq.outbox.waiting}
     * @param question if it fails, or takes longer than three seconds, the number is NaN
     */
    public void ask(String name, String description, Supplier<Future<? extends Number>> question) {
        AtomicReference<Double> answer = new AtomicReference<>(Double.NaN);
        asked.add(new Asked(question, answer));
        Gauge.builder(name, answer::get).description(description).register(registry);
    }

    /** A number that has to be asked for, and the last answer. */
    private record Asked(Supplier<Future<? extends Number>> question, AtomicReference<Double> answer) {

        Future<?> again() {
            return question.get()
                    .timeout(ASK_SECONDS, TimeUnit.SECONDS)
                    .map(Number::doubleValue)
                    .otherwise(Double.NaN)
                    .onSuccess(answer::set);
        }
    }

    /** For gauges, timers and all the rest. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All numbers in the text format of Prometheus. Never fails. */
    public Future<String> scrape() {
        return Future.join(asked.stream().map(Asked::again).toList()).map(answered -> registry.scrape());
    }

    /** Forgets all numbers and stops watching the garbage collector. */
    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
