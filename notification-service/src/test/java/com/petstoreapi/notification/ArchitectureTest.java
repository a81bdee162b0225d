package com.petstoreapi.notification;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaStaticInitializer.STATIC_INITIALIZER_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.Json;

@AnalyzeClasses(
    packages = {"com.petstoreapi.notification", "com.petstoreapi.catalog", "com.petstoreapi.sale"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theFeaturesNeedTheJdkAndRealtimeOnly =
      classes()
          .that()
          .resideInAnyPackage(
              "com.petstoreapi.notification", "com.petstoreapi.catalog", "com.petstoreapi.sale")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.petstoreapi.realtime..",
              "com.petstoreapi.notification",
              "com.petstoreapi.catalog",
              "com.petstoreapi.sale");

  @ArchTest
  static final ArchRule theRulesTouchNoDatabase =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.petstoreapi.notification", "com.petstoreapi.catalog", "com.petstoreapi.sale")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.io..");

  @ArchTest
  static final ArchRule nothingKnowsThePlatform =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..platform..");

  @ArchTest
  static final ArchRule resourcesLeaveTheDatabaseToTheStore =
      noClasses()
          .that()
          .resideInAnyPackage("..catalog.rest..", "..sale.rest..", "..notification.sse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule noResourceHoldsAConnection =
      noClasses()
          .that()
          .resideInAPackage("..rest..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("(java\\.sql\\.(Connection|Prepared.*|ResultSet)|javax\\.sql\\..*)");

  @ArchTest
  static final ArchRule theStoreKnowsNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage("..store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..", "jakarta.servlet..", "..rest..", "..sse..", "..edge.rest..");

  @ArchTest
  static final ArchRule notificationsKnowNothingOfTheCatalog =
      noClasses()
          .that()
          .resideInAPackage("com.petstoreapi.notification..")
          .and()
          .resideOutsideOfPackage("..platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.petstoreapi.catalog..", "com.petstoreapi.sale..");

  @ArchTest
  static final ArchRule theCatalogKnowsNothingOfSales =
      noClasses()
          .that()
          .resideInAPackage("com.petstoreapi.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.petstoreapi.sale..");

  @ArchTest
  static final ArchRule theWordsOfSalesKnowNoStore =
      noClasses()
          .that()
          .resideInAPackage("com.petstoreapi.sale.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..store..", "..rest..", "jakarta.ws.rs..", "java.sql..");

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
