package io.homeiq.app.analyze;

import io.homeiq.homeassistant.influx.InfluxAddress;
import io.homeiq.homeassistant.influx.InfluxLogin;
import io.homeiq.homeassistant.influx.InfluxSource;
import io.homeiq.homeassistant.source.HistorySource;
import io.homeiq.homeassistant.source.HistorySources;
import java.nio.file.Path;

/** Where a history lies. Nothing is looked at before it is opened. */
public sealed interface HistoryPlace {

    /**
     * The history itself.
     *
     * @throws io.homeiq.homeassistant.source.SourceException if there is none that is understood
     */
    HistorySource open();

    /** The name by which the log remembers where events come from. */
    String name();

    /** As it was asked for. */
    @Override
    String toString();

    /** A file on this machine. */
    record File(Path path) implements HistoryPlace {

        @Override
        public HistorySource open() {
            return HistorySources.open(path);
        }

        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A database or bucket of an InfluxDB. */
    record Influx(InfluxAddress address, InfluxLogin login) implements HistoryPlace {

        @Override
        public HistorySource open() {
            return InfluxSource.of(address, login);
        }

        @Override
        public String name() {
            return address.database();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }
}
