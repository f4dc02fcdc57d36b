package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.homeiq.homeassistant.influx.FakeInflux.Ending;
import io.homeiq.homeassistant.influx.FakeInflux.Said;
import io.homeiq.homeassistant.source.SourceException;
import io.homeiq.homeassistant.source.SourceException.Kind;
import io.homeiq.testing.FreePort;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person reads when an InfluxDB does not do as it should. */
class InfluxFaultsIT {

    private static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final InfluxLogin LOGIN = new InfluxLogin("reader", "s3cret", "t0ken");

    private static SourceException failure(String address) {
        SourceException failure = catchThrowableOfType(
                SourceException.class,
                () -> InfluxSource.of(InfluxAddress.parse(address), LOGIN, PATIENCE)
                        .read(event -> {}));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).startsWith(address + ": ").doesNotContain("s3cret", "t0ken", "\n");
        return failure;
    }

    private static SourceException failureOfOne(Said... said) throws IOException {
        try (FakeInflux influx = new FakeInflux(said)) {
            return failure("influxdb://127.0.0.1:" + influx.port() + "/ha");
        }
    }

    private static SourceException failureOfTwo(Said... said) throws IOException {
        try (FakeInflux influx = new FakeInflux(said)) {
            return failure("influxdb2://127.0.0.1:" + influx.port() + "/home/ha");
        }
    }

    @Test
    void whereNobodyListens() {
        // When
        SourceException failure = failure("influxdb://127.0.0.1:" + FreePort.find() + "/ha");

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.INACCESSIBLE);
        assertThat(failure.getMessage()).contains("cannot be reached", "check host and port");
    }

    @Test
    void aLoginThatIsRefused() throws IOException {
        // When
        SourceException one = failureOfOne(new Said(401, JSON, "{\"error\":\"authorization failed\"}", Ending.WHOLE));
        SourceException two = failureOfTwo(
                new Said(401, JSON, "{\"code\":\"unauthorized\",\"message\":\"unauthorized access\"}", Ending.WHOLE));

        // Then
        assertThat(one.kind()).isEqualTo(Kind.INACCESSIBLE);
        assertThat(one.getMessage()).contains("authorization failed", "set INFLUXDB_USERNAME and INFLUXDB_PASSWORD");
        assertThat(two.kind()).isEqualTo(Kind.INACCESSIBLE);
        assertThat(two.getMessage()).contains("unauthorized access", "set INFLUXDB_TOKEN");
    }

    @Test
    void aBucketThatIsNotThere() throws IOException {
        // When
        SourceException failure = failureOfTwo(new Said(
                404, JSON, "{\"code\":\"not found\",\"message\":\"could not find bucket \\\"ha\\\"\"}", Ending.WHOLE));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.MISSING);
        assertThat(failure.getMessage()).contains("could not find bucket \"ha\"", "check the names in the address");
    }

    @Test
    void anotherServerOnThatPort() throws IOException {
        // When
        SourceException page = failureOfOne(Said.good("text/html", "<html>Home Assistant</html>"));
        SourceException nothing = failureOfTwo(new Said(404, "text/plain", "404: Not Found", Ending.WHOLE));

        // Then
        assertThat(page.kind()).isEqualTo(Kind.UNKNOWN_FORMAT);
        assertThat(page.getMessage()).contains("no InfluxDB of version 1");
        assertThat(nothing.kind()).isEqualTo(Kind.UNKNOWN_FORMAT);
        assertThat(nothing.getMessage()).contains("no InfluxDB of version 2", "status 404");
    }

    @Test
    void anAnswerThatIsCutOff() throws IOException {
        // When
        SourceException one = failureOfOne(new Said(200, JSON, "{\"results\":[{\"statement_id\":0", Ending.CUT_OFF));
        SourceException two = failureOfTwo(new Said(200, "text/csv", "#datatype,string", Ending.CUT_OFF));

        // Then
        assertThat(one.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(one.getMessage()).contains("broke off its answer");
        assertThat(two.kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void anAnswerThatNeverEnds() throws IOException {
        // When
        SourceException failure = failureOfOne(new Said(200, JSON, "{\"results\":[", Ending.SILENCE));

        // Then
        assertThat(failure.kind()).isEqualTo(Kind.INACCESSIBLE);
        assertThat(failure.getMessage()).contains("said nothing for 0.5 seconds");
    }

    @Test
    void aServerThatIsBusy() throws IOException {
        // When
        SourceException failure = failureOfTwo(new Said(
                429, JSON, "{\"code\":\"too many requests\",\"message\":\"queue length exceeded\"}", Ending.WHOLE));

        // Then
        assertThat(failure.getMessage()).contains("queue length exceeded");
    }
}
