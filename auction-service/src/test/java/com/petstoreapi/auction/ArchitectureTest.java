package com.petstoreapi.auction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.auction",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theRuleBookNeedsNothingButTheJdkAndRealtime =
      classes()
          .that()
          .resideInAPackage("com.petstoreapi.auction")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.crypto..", "com.petstoreapi.realtime..", "com.petstoreapi.auction");

  @ArchTest
  static final ArchRule watchListsNeedNothingButTheJdkAndRealtime =
      classes()
          .that()
          .resideInAPackage("com.petstoreapi.auction.watch")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.petstoreapi.realtime..", "com.petstoreapi.auction.watch");

  @ArchTest
  static final ArchRule theDeskKnowsNoTransport =
      noClasses()
          .that()
          .resideInAnyPackage("..auction.desk..", "..auction.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..auction.rest..",
              "..auction.socket..",
              "..auction.store..",
              "..auction.outbox..",
              "jakarta.ws..",
              "jakarta.websocket..",
              "jakarta.servlet..");

  @ArchTest
  static final ArchRule theAdaptersDoNotKnowEachOther =
      slices()
          .matching("com.petstoreapi.auction.(rest|socket|store|outbox)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule theAdaptersOfTheWatchListsDoNotKnowEachOther =
      slices()
          .matching("com.petstoreapi.auction.watch.(rest|store)..")
          .should()
          .notDependOnEachOther();
}
