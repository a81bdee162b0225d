package com.petstoreapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for all features of the service; each has rules of its own besides. */
@AnalyzeClasses(packages = "com.petstoreapi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule nobodyKnowsTheWiring =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..platform..");
}
