package com.petstoreapi.socket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.socket",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule socketsKnowNothingOfWhatIsSaidOnThem =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.petstoreapi.auction..",
              "com.petstoreapi.chat..",
              "com.petstoreapi.care..",
              "com.petstoreapi.circle..",
              "com.petstoreapi.presence..");
}
