package com.petstoreapi.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a service says of itself at {@code /openapi}, held against its code and its answers. */
abstract class ServiceContract {
  private static final String[] ALL_ROLES = {"user", "seller", "support", "publisher", "admin"};
  private static final String NOBODY = "there-is-no-such-thing";
  private static final String NO_USER = "no%20such%20user";
  private static final int MOST_PARAMETERS = 2;

  private final PetstoreServers servers;
  private final String name;
  private final URI service;
  private final Contract contract;

  ServiceContract(PetstoreServers servers, String name, URI service) {
    this.servers = servers;
    this.name = name;
    this.service = service;
    this.contract = Contract.servedBy(service);
  }

  /** How the operations of the service are driven. */
  abstract List<Scenarios> scenarios(Contract contract, URI service);

  @Test
  void theDocumentHasWhatTheCodeOffersAndNothingElse(@TempDir Path directory) throws IOException {
    Path war = PetstoreServers.assembled().resolve("servers/" + name + "/apps/" + name + ".war");

    assertThat(contract.operations())
        .extracting(Operation::line)
        .containsExactlyInAnyOrderElementsOf(ResourceMethods.of(war, directory));
  }

  @Test
  void noScenarioIsOfAnOperationThatTheDocumentHasNot() {
    assertThat(contract.operations()).extracting(Operation::id).containsAll(drivers().keySet());
  }

  @TestFactory
  Stream<DynamicTest> eachOperationAnswersAsDocumented() {
    Map<String, Executable> drivers = drivers();
    Executable nobody = () -> fail("no scenario drives this operation");
    return operations(operation -> true)
        .map(Operation::id)
        .map(id -> dynamicTest(id, drivers.getOrDefault(id, nobody)));
  }

  @TestFactory
  Stream<DynamicTest> withoutATokenEachIsRefused() {
    return each(operation -> !operation.isOpen(), operation -> call(operation, NOBODY).expect(401));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsNoObjectIsRefused() {
    return each(
        Operation::takesJson,
        operation -> anybody(operation).body("application/json", "\"no object\"").expect(400));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsNoJsonAtAllIsRefused() {
    return each(
        operation -> operation.documents(415) && operation.takesJson(),
        operation -> anybody(operation).body("text/csv", "no,json").expect(415));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotThereIsNotFound() {
    return each(
        operation -> operation.documents(404) && !operation.isOpen(),
        operation -> anybody(operation).expect(404));
  }

  @TestFactory
  Stream<DynamicTest> aMediaTypeThatIsNotOfferedIsNotAcceptable() {
    return each(
        operation -> operation.documents(406),
        operation -> anybody(operation).header("Accept", "text/csv").expect(406));
  }

  private Map<String, Executable> drivers() {
    return scenarios(contract, service).stream()
        .flatMap(some -> some.all().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Stream<DynamicTest> each(Predicate<Operation> which, Consumer<Operation> test) {
    return operations(which)
        .map(operation -> dynamicTest(operation.id(), () -> test.accept(operation)));
  }

  private Stream<Operation> operations(Predicate<Operation> which) {
    return contract.operations().stream().filter(which).sorted(Comparator.comparing(Operation::id));
  }

  /** A call by somebody in all roles, with what the document shows as a body, of nothing real. */
  private Call anybody(Operation operation) {
    boolean ofAUser = operation.path().startsWith("/v1/admin/users/");
    Call call = call(operation, ofAUser ? NO_USER : NOBODY);
    call.by("contract-anybody", ALL_ROLES);
    if (operation.takesJson()) {
      call.body("application/json", operation.exampleBody());
    } else if (operation.takesBody()) {
      call.body("image/gif", MessageScenarios.PICTURE);
    }
    return call;
  }

  private Call call(Operation operation, String value) {
    String[] values = new String[MOST_PARAMETERS];
    Arrays.fill(values, value);
    return new Call(contract, operation, servers.tokens(), service.resolve(operation.at(values)));
  }
}
