package io.homeiq.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom, and what nobody may use; `docs/decisions/0001-module-layout.md` tells why. */
class ArchitectureTest {

    private static final String ROOT = "io.homeiq.";
    private static final Set<String> SERVICE_NEEDS =
            Set.of("contracts", "bus", "store", "mining", "replay", "homeassistant", "service");

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("contracts", Set.of()),
            Map.entry("bus", Set.of("contracts")),
            Map.entry("store", Set.of("contracts")),
            Map.entry("mining", Set.of("contracts")),
            Map.entry("simulation", Set.of("contracts")),
            Map.entry("replay", Set.of("contracts")),
            Map.entry("homeassistant", Set.of("contracts", "mining", "replay")),
            Map.entry("service", Set.of("contracts", "bus", "store")),
            Map.entry("testing", Set.of("contracts")),
            Map.entry("data", SERVICE_NEEDS),
            Map.entry("pattern", SERVICE_NEEDS),
            Map.entry("training", with(SERVICE_NEEDS, "simulation")),
            Map.entry("query", SERVICE_NEEDS),
            Map.entry("automation", SERVICE_NEEDS),
            Map.entry("app", with(SERVICE_NEEDS, "simulation", "data", "pattern", "training", "query", "automation")));

    private static JavaClasses homeiq;

    @BeforeAll
    static void readClasses() {
        homeiq = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.homeiq");
    }

    static Stream<String> modules() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void importsOnlyTheModulesItMay(String module) {
        // Given
        List<String> forbidden = new ArrayList<>();
        MAY_IMPORT.keySet().stream()
                .filter(other -> !other.equals(module) && !allowed(module).contains(other))
                .map(ArchitectureTest::within)
                .forEach(forbidden::add);

        // Then
        assertThat(homeiq.that(resideInAPackage(within(module))))
                .as("classes of " + module)
                .isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage(within(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.toArray(String[]::new))
                .check(homeiq);
    }

    @Test
    void theRoomsOfMiningKnowEachOtherInOneDirection() {
        slices().matching("io.homeiq.mining.(**)").should().beFreeOfCycles().check(homeiq);
    }

    @Test
    void everyClassBelongsToAModule() {
        String[] known = modules().map(ArchitectureTest::within).toArray(String[]::new);

        classes().should().resideInAnyPackage(known).check(homeiq);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts", "mining", "simulation", "replay"})
    void theCoreIsDeaf(String module) {
        // Given
        DescribedPredicate<JavaClass> plain = resideInAnyPackage(
                "java.io..",
                "java.lang..",
                "java.math..",
                "java.nio..",
                "java.security..",
                "java.text..",
                "java.time..",
                "java.util..",
                "org.jspecify.annotations..",
                within("contracts"),
                within(module));
        DescribedPredicate<JavaClass> logging = resideInAPackage("java.util.logging..");

        // Then
        noClasses()
                .that()
                .resideInAPackage(within(module))
                .and()
                .resideOutsideOfPackage(within("contracts.json"))
                .should()
                .dependOnClassesThat(not(plain).or(logging).or(resideInAPackage(within("contracts.json"))))
                .check(homeiq);
    }

    @Test
    void timeIsAParameterOutsideTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(within("app"), within("testing"))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalTime.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .check(homeiq);
    }

    @Test
    void randomnessHasASeed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("testing"))
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(homeiq);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that().areStatic().should().beFinal().check(homeiq);
    }

    @Test
    void typesAreNamedByWhatTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .resideInAnyPackage("..util..", "..impl..", "..model..", "..dto..", "..helper..", "..manager..")
                .check(homeiq);
    }

    private static String within(String module) {
        return ROOT + module + "..";
    }

    private static Set<String> allowed(String module) {
        return MAY_IMPORT.getOrDefault(module, Set.of());
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
