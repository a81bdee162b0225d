package com.petstoreapi.realtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.realtime",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** {@code javax.sql} is a part of the JDK too: module java.sql. */
  @ArchTest
  static final ArchRule needsNothingButTheJdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.sql..", "com.petstoreapi.realtime..");

  @ArchTest
  static final ArchRule failuresValuesFiguresAndTracingKnowNothingOfStreams =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..realtime.failure..",
              "..realtime.value..",
              "..realtime.figures..",
              "..realtime.tracing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..realtime.journal..", "..realtime.delivery..");

  @ArchTest
  static final ArchRule theJournalKnowsNothingOfItsReaders =
      noClasses()
          .that()
          .resideInAPackage("..realtime.journal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..realtime.delivery..");

  @ArchTest
  static final ArchRule onlyTheJdbcJournalKnowsItsTables =
      noClasses()
          .that()
          .resideOutsideOfPackage("..journal.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..journal.jdbc..");
}
