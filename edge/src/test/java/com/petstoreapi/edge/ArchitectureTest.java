package com.petstoreapi.edge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.edge",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesDependOnOneAnotherInOneDirection =
      slices().matching("com.petstoreapi.edge.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule knowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.petstoreapi..")
                  .and(
                      resideOutsideOfPackages(
                          "com.petstoreapi.edge..", "com.petstoreapi.realtime..")));

  @ArchTest
  static final ArchRule theRuntimeIsPutTogetherForNobodyButTheOperators =
      noClasses()
          .that()
          .resideOutsideOfPackages("..edge.runtime..", "..edge.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..edge.runtime..", "..edge.operations..");

  @ArchTest
  static final ArchRule settingsAreReadFromTheConfigurationInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages("..edge.settings..", "..edge.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.microprofile.config..");

  @ArchTest
  static final ArchRule tokensAreCheckedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("..edge.identity..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule openTelemetryIsSpokenToInOnePlaceForTracesAndInOneForMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackages("..edge.tracing..", "..edge.metrics..", "..edge.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule theDatabaseIsSpokenToByTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackages("..edge.store..", "..edge.runtime..", "..edge.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.flywaydb..", "jakarta.transaction..");

  @ArchTest
  static final ArchRule jsonIsReadWithoutKnowingWhatFor =
      classes()
          .that()
          .resideInAPackage("..edge.json..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.json..",
              "jakarta.ws.rs..",
              "..edge.json..",
              "..realtime.failure..",
              "..realtime.value..");
}
