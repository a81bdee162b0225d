package com.petstoreapi.circle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.circle",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule remarksNeedNothingButTheJdkAndRealtime =
      classes()
          .that()
          .resideInAPackage("com.petstoreapi.circle")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.petstoreapi.realtime..", "com.petstoreapi.circle");

  @ArchTest
  static final ArchRule circlesKnowNothingOfWhatIsSaidInThem =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.petstoreapi.auction..", "com.petstoreapi.chat..", "com.petstoreapi.care..");
}
