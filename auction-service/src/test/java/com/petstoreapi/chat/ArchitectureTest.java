package com.petstoreapi.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.petstoreapi.chat",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theRulesNeedNothingButTheJdkAndRealtime =
      classes()
          .that()
          .resideInAPackage("com.petstoreapi.chat")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.petstoreapi.realtime..", "com.petstoreapi.chat");

  @ArchTest
  static final ArchRule theDeskKnowsNoTransport =
      noClasses()
          .that()
          .resideInAnyPackage("..chat.desk..", "..chat.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..chat.rest..",
              "..chat.socket..",
              "..chat.store..",
              "..chat.outbox..",
              "jakarta.ws..",
              "jakarta.websocket..",
              "jakarta.servlet..");

  @ArchTest
  static final ArchRule theAdaptersDoNotKnowEachOther =
      slices()
          .matching("com.petstoreapi.chat.(rest|socket|store|outbox)..")
          .should()
          .notDependOnEachOther();
}
