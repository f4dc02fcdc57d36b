package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.settings.HomeAssistantLink;
import io.homeiq.app.settings.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockCheckIT {

    private static final String DATE = "Tue, 24 Nov 2026 02:24:35 GMT";
    private static final Instant TOLD = Instant.parse("2026-11-24T02:24:35Z");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void clocksThatAgreeAreGood() {
        assertThat(check(DATE, TOLD.plusSeconds(5)))
                .containsExactly(Finding.good("clock", "within 5 seconds of Home Assistant's"));
    }

    @Test
    void aClockThatIsAheadOrBehindMustBeMended() {
        assertThat(check(DATE, TOLD.plusSeconds(90))).singleElement().satisfies(finding -> {
            assertThat(finding.text()).isEqualTo("this machine is 90 seconds ahead of Home Assistant");
            assertThat(finding.cure()).contains("NTP");
        });
        assertThat(check(DATE, TOLD.minusSeconds(3600)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("3600 seconds behind"));
    }

    @Test
    void aTimeThatCannotBeReadIsOnlyRemarked() {
        assertThat(check("yesterday", TOLD))
                .containsExactly(Finding.remark("clock", "Home Assistant does not tell its time"));
    }

    @Test
    void withoutHomeAssistantThereIsNothingToCompare() {
        assertThat(new ClockCheck(null, InstantSource.fixed(TOLD)).findings()).isEmpty();
    }

    private List<Finding> check(String date, Instant ours) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(
                        request -> request.response().putHeader("Date", date).end())
                .listen(0, "127.0.0.1")
                .await();
        URI url = URI.create("http://127.0.0.1:" + server.actualPort());
        return new ClockCheck(new HomeAssistantLink(url, new Secret("token")), InstantSource.fixed(ours)).findings();
    }
}
