package com.petstoreapi.presence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.presence",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule presenceNeedsNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("com.petstoreapi.presence")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.petstoreapi.presence");

  @ArchTest
  static final ArchRule presenceKnowsNoPlaces =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.petstoreapi.auction..", "com.petstoreapi.chat..", "com.petstoreapi.care..");
}
