package com.petstoreapi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaStaticInitializer.STATIC_INITIALIZER_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.Json;

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

  /** {@code Json.create…} looks for a provider in the class path at each call. */
  @ArchTest
  static final ArchRule whatBuildsJsonIsKept =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "Json is called elsewhere than for a constant",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Json.class)
                          && !call.getOrigin().getName().equals(STATIC_INITIALIZER_NAME)));
}
