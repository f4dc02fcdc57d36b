package io.homeiq.homeassistant.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxAddressTest {

    @Test
    void readsADatabaseOfVersionOne() {
        // When
        InfluxAddress address =
                InfluxAddress.parse("influxdb://reader@nas.local:9086/home_assistant?rp=two%20years&tls=true");

        // Then
        assertThat(address)
                .isEqualTo(new InfluxAddress.One(
                        new Endpoint(true, "nas.local", 9086), "home_assistant", "two years", "reader"));
    }

    @Test
    void readsABucketOfVersionTwoWithTheUsualPort() {
        // When
        InfluxAddress address = InfluxAddress.parse("influxdb2://nas.local/home/Home Assistant");

        // Then
        assertThat(address)
                .isEqualTo(new InfluxAddress.Two(new Endpoint(false, "nas.local", 8086), "home", "Home Assistant"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "influxdb://127.0.0.1:8086/ha",
                "influxdb://me@[::1]:8086/a%2Fb?rp=long&tls=true",
                "influxdb://h:1/ha?tls=true",
                "influxdb2://h:8086/my%20org/Home%20Assistant",
                "influxdb2://h:8086/o%2Bx/b?tls=true"
            })
    void readsBackWhatItWrites(String text) {
        assertThat(InfluxAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "influxdb://",
                "influxdb://host",
                "influxdb://host/a/b",
                "influxdb://host:0/a",
                "influxdb://host:99999/a",
                "influxdb://host/a?tls=maybe",
                "influxdb://host/a?password=secret-1",
                "influxdb://host/a?rp",
                "influxdb://host/a#b",
                "influxdb://ho st/a",
                "influxdb2://host/bucket",
                "influxdb2://host/org/bucket?rp=x"
            })
    void saysHowAnAddressMustBe(String text) {
        assertThatThrownBy(() -> InfluxAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("influxdb://[user@]host:8086/database")
                .hasMessageContaining("influxdb2://host:8086/org/bucket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "influxdb://me:s3cret@host/ha",
                "influxdb2://s3cret@host/org/b",
                "influxdb://me:s3cret@host",
                "influxdb://me:s3cret@x y@host/ha"
            })
    void neverShowsASecretThatStandsInAnAddress(String text) {
        assertThatThrownBy(() -> InfluxAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void tellsAnAddressFromAFile() {
        assertThat(InfluxAddress.isOne("influxdb://h/d")).isTrue();
        assertThat(InfluxAddress.isOne("InfluxDB2://h/o/b")).isTrue();
        assertThat(InfluxAddress.isOne("influxdb.csv")).isFalse();
    }

    @Test
    void aLoginShowsNothingOfItself() {
        assertThat(new InfluxLogin("me", "s3cret", "t0ken")).asString().doesNotContain("me", "s3cret", "t0ken");
    }
}
