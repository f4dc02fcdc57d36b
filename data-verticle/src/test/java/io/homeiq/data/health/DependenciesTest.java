package io.homeiq.data.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DependenciesTest {

    @Test
    void aDiskThatIsNearlyFullIsToldBeforeItIsFull() {
        assertThat(Dependencies.room(Dependencies.LEAST_FREE).isUp()).isTrue();
        assertThat(Dependencies.room(Dependencies.LEAST_FREE - 1).toDocument())
                .containsEntry("status", "DOWN")
                .containsEntry("message", "199 MiB are free where the history lies, less than 200.")
                .containsKey("cure");
    }
}
