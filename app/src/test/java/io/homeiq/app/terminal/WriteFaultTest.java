package io.homeiq.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class WriteFaultTest {

    @Test
    void namesTheFileThatIsInTheWay() {
        assertThat(WriteFault.explain("the results to out", new FileAlreadyExistsException("out")))
                .isEqualTo("cannot write the results to out: out is there already and is no folder; name another one");
    }

    @Test
    void namesTheFolderThatIsMissing() {
        assertThat(WriteFault.explain("the results to out", new NoSuchFileException("gone/causes.ndjson")))
                .contains("there is no folder for gone/causes.ndjson")
                .doesNotContain("disk");
    }

    @Test
    void asksForTheDiskWhenNothingElseIsKnown() {
        assertThat(WriteFault.explain("home-1", new FileSystemException("a", null, "No space left on device")))
                .isEqualTo("cannot write home-1: a: No space left on device; is the disk full?");
        assertThat(WriteFault.explain("home-1", new IOException())).contains("IOException; is the disk full?");
    }
}
