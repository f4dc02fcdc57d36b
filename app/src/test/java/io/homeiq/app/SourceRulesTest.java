package io.homeiq.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceRulesTest {

    @Test
    void allSourcesKeepTheRules() throws IOException {
        // Given
        List<Path> sources = sources();
        List<String> wrong = new ArrayList<>();

        // When
        for (Path source : sources) {
            wrong.addAll(violations(source));
        }

        // Then
        assertThat(sources).as("Java files below " + root()).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        // Given
        Stream<Path> packages = sources().stream()
                .filter(SourceRulesTest::isMain)
                .map(Path::getParent)
                .distinct();

        // Then
        assertThat(packages.filter(folder -> Files.notExists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void findsWhatIsWrong() {
        // Given
        String long301 = "\n".repeat(SourceRules.MAX_LINES + 1);
        String unfinished = "// TO" + "DO later";
        String idle = "Thread." + "sleep(5);";

        // Then
        assertThat(SourceRules.ofAnyFile("A", long301)).hasSize(1);
        assertThat(SourceRules.ofAnyFile("A", unfinished)).hasSize(1);
        assertThat(SourceRules.ofTestFile("A", idle)).hasSize(1);
        assertThat(SourceRules.ofMainFile("A", "package a;\n\npublic final class A {}\n"))
                .hasSize(1);
        assertThat(SourceRules.ofMainFile("A", "package a;\n\n/** x */\nclass B {}\n\npublic record A(int b) {}\n"))
                .hasSize(1);
        assertThat(SourceRules.ofPackageInfo("A", "package a;\n")).hasSize(2);
    }

    @Test
    void acceptsWhatIsRight() {
        // Given
        String annotated =
                "package a;\n\n/** What it means. */\n@Deprecated\n@Named(\n    value = 3)\npublic sealed interface A {}\n";

        // Then
        assertThat(SourceRules.ofMainFile("A", annotated)).isEmpty();
        assertThat(SourceRules.ofMainFile("A", "package a;\n\nfinal class A {}\n"))
                .isEmpty();
        assertThat(SourceRules.ofPackageInfo("A", "/** Here. */\n@NullMarked\npackage a;\n"))
                .isEmpty();
    }

    private static List<String> violations(Path source) throws IOException {
        String name = root().relativize(source).toString();
        String text = Files.readString(source);
        if (!isMain(source)) {
            return SourceRules.ofTestFile(name, text);
        }
        return source.endsWith("package-info.java")
                ? SourceRules.ofPackageInfo(name, text)
                : SourceRules.ofMainFile(name, text);
    }

    private static boolean isMain(Path source) {
        return root().relativize(source).subpath(1, 4).equals(Path.of("src", "main", "java"));
    }

    /** All Java files of all modules, without what the build generates. */
    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root())) {
            for (Path module : modules.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList()) {
                Path folder = module.resolve("src");
                if (Files.exists(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("contracts")) ? folder : folder.getParent();
    }
}
