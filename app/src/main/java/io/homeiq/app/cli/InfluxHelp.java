package io.homeiq.app.cli;

/** What the help of several commands says of InfluxDB. */
final class InfluxHelp {

    static final String LINE =
            "An InfluxDB is named by influxdb://[user@]host:8086/database[?rp=POLICY&tls=true] (version 1) or "
                    + "influxdb2://host:8086/org/bucket[?tls=true] (version 2). Its secrets never stand there: INFLUXDB_PASSWORD, "
                    + "INFLUXDB_TOKEN. influxdb:// or influxdb2:// alone is the one that INFLUXDB_URL and its like tell.";

    private InfluxHelp() {}
}
