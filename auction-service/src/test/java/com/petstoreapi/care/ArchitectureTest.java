package com.petstoreapi.care;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.care",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule plansNeedNothingButTheJdkAndRealtime =
      classes()
          .that()
          .resideInAPackage("com.petstoreapi.care")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.petstoreapi.realtime..", "com.petstoreapi.care");

  @ArchTest
  static final ArchRule theDeskKnowsNoTransport =
      noClasses()
          .that()
          .resideInAnyPackage("..care.desk..", "..care.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..care.rest..",
              "..care.socket..",
              "..care.store..",
              "jakarta.ws..",
              "jakarta.websocket..",
              "jakarta.servlet..");

  @ArchTest
  static final ArchRule theAdaptersDoNotKnowEachOther =
      slices()
          .matching("com.petstoreapi.care.(rest|socket|store)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule plansKnowNothingOfAuctionsAndChats =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.petstoreapi.auction..", "com.petstoreapi.chat..");
}
