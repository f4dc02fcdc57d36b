package io.homeiq.service.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * The numbers of one service, each with the label {@code service}. Names begin with {@code homeiq.}; the values of labels must be few and
 * known beforehand. Safe to share between threads.
 */
public final class Metrics implements AutoCloseable {

    /** The content type of {@link #scrape}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    /** @param service the value of the label {@code service} */
    public Metrics(String service) {
        registry.config().commonTags("service", service);
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

    /** For gauges, timers and all the rest. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All numbers in the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    /** Forgets all numbers and stops watching the garbage collector. */
    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
