package io.homeiq.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortIT {

    @Test
    void canBeListenedOn() throws IOException {
        // Given
        int port = FreePort.find();

        // When
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {

            // Then
            assertThat(server.getLocalPort()).isEqualTo(port).isBetween(20_000, 29_999);
        }
    }
}
