package io.homeiq.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.contracts.home.EntityId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefinementTest {

    private final HomeNames names = new HomeNames(SampleHomes.house(), List.of());
    private final Refinement refinement = new Refinement(names);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turn on the porch light at sunset | make it 22:30 instead | turn on porch light 22:30",
                "turn on the porch light at sunset | only on weekdays | turn on porch light at sunset only on weekday",
                "every morning at 7 open the blinds | at 8 | every morning open blinds at 8",
                "turn on the porch light at sunset | the hall light | turn on hall light at sunset",
                "turn on the hall light at 22:00 | if nobody is home | turn on hall light at 22:00 if nobody is home",
                "turn on the hall light at 22:00 | turn off the tv at noon | turn off tv at noon",
            })
    void worksTheChangeIn(String sentence, String feedback, String changed) {
        assertThat(refinement.change(sentence, feedback)).isEqualTo(changed);
    }

    @Test
    void takesOtherThings() {
        // When
        String changed = refinement.about(
                "turn on the light at sunset", List.of(new EntityId("light.hall"), new EntityId("light.porch")));

        // Then
        assertThat(Told.of(new Interpreter(names).understand(changed)))
                .isEqualTo("automation: sunset => light.turn_on light.hall,light.porch");
    }
}
