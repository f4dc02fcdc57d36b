package io.homeiq.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeiq.app.doctor.Finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderCheckTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatCanBeWrittenIsGoodAndStaysEmpty() {
        // When
        var findings = new DataFolderCheck(folder).findings();

        // Then
        assertThat(findings).containsExactly(Finding.good("data folder", folder + " can be written"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereYetIsGoodAndIsNotMade() {
        // Given
        Path later = folder.resolve("a/b");

        // When
        var findings = new DataFolderCheck(later).findings();

        // Then
        assertThat(findings).containsExactly(Finding.good("data folder", later + " will be made at the first start"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceMustBeMended() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("data"), "no folder");

        // Then
        assertThat(new DataFolderCheck(file).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.MEND);
            assertThat(finding.cure()).contains("HOMEIQ_DATA");
        });
    }
}
