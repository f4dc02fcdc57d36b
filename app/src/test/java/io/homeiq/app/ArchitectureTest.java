package io.homeiq.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.homeiq", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_TESTING = noClasses()
            .that()
            .resideOutsideOfPackage("io.homeiq.testing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.homeiq.testing..");
}
