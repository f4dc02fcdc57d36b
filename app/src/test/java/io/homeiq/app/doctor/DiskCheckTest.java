package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskCheckTest {

    private static final Path FOLDER = Path.of("data");

    @Test
    void enoughSpaceIsGood() {
        assertThat(new DiskCheck(FOLDER, place -> DiskCheck.LEAST_FREE).findings())
                .containsExactly(Finding.good("disk", "1024 MiB are free"));
    }

    @Test
    void littleSpaceMustBeMended() {
        assertThat(new DiskCheck(FOLDER, place -> DiskCheck.LEAST_FREE - 1).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
                    assertThat(finding.text()).isEqualTo("1023 MiB are free, less than 1024");
                });
    }

    @Test
    void aDiskThatDoesNotAnswerMustBeMended() {
        // Given
        DiskCheck.Space gone = place -> {
            throw new IOException("stale handle");
        };

        // Then
        assertThat(new DiskCheck(FOLDER, gone).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("stale handle"));
    }
}
