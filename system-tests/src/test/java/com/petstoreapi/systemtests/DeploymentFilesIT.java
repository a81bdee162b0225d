package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The files under {@code docker} say nothing that the services do not know. Images cannot be built
 * by this build; what is in them is what all other tests run.
 */
class DeploymentFilesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCKER = ROOT.resolve("docker");
  private static final List<String> SERVICES = List.of("notification", "auction");

  @Test
  void composeSetsOnlyWhatThereIsToBeSet() throws IOException {
    for (String node : List.of("notification-1", "notification-2", "auction-1", "auction-2")) {
      assertThat(known()).containsAll(map(services().get(node), "environment").keySet());
    }
  }

  @Test
  void composeStartsNothingThatIsNotLookedAt() throws IOException {
    Pattern inDockerfile = Pattern.compile("(?m)^HEALTHCHECK ");
    assertThat(Files.readString(DOCKER.resolve("Dockerfile"))).containsPattern(inDockerfile);
    services()
        .forEach(
            (name, service) ->
                assertThat(map(service).keySet()).as(name).containsAnyOf("healthcheck", "build"));
  }

  @Test
  void kubernetesSetsOnlyWhatThereIsToBeSet() throws IOException {
    Set<String> known = known();
    for (String service : SERVICES) {
      for (Object entry : list(container(service), "env")) {
        assertThat(known).contains((String) map(entry).get("name"));
      }
    }
    assertThat(known).containsAll(map(documents("settings").get(0), "data").keySet());
  }

  @Test
  void kubernetesLooksWhereTheServicesAnswerAndWaitsUntilTheyAreDrained() throws IOException {
    for (String service : SERVICES) {
      Map<String, Object> container = container(service);
      assertThat(path(container, "startupProbe")).isEqualTo("/health/started");
      assertThat(path(container, "readinessProbe")).isEqualTo("/health/ready");
      assertThat(path(container, "livenessProbe")).isEqualTo("/health/live");
      assertThat((int) pod(service).get("terminationGracePeriodSeconds"))
          .isGreaterThanOrEqualTo(45);
    }
  }

  @Test
  void kubernetesKeepsOneOfTwoWhateverIsDoneToTheMachines() throws IOException {
    for (String service : SERVICES) {
      List<Map<String, Object>> documents = documents(service);
      assertThat(documents)
          .extracting(document -> document.get("kind"))
          .containsExactly("Deployment", "Service", "PodDisruptionBudget");
      assertThat((int) map(documents.get(0), "spec").get("replicas")).isGreaterThanOrEqualTo(2);
      assertThat(map(documents.get(2), "spec").get("maxUnavailable")).isEqualTo(1);
    }
  }

  @Test
  void theImageIsOfTheServerThatIsTestedHere() throws IOException {
    String version = first("<liberty.version>([^<]+)<", Files.readString(ROOT.resolve("pom.xml")));
    String dockerfile = Files.readString(DOCKER.resolve("Dockerfile"));
    assertThat(dockerfile).contains("FROM icr.io/appcafe/open-liberty:" + version + "-");
    assertThat(dockerfile).contains("PETSTORE_DEV_TOKENS=false").contains("USER 1001");
  }

  /** Settings by the names of their environment variables, and the variables of the servers. */
  private static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    String settings = Files.readString(ROOT.resolve("docs/operations.md"));
    all("`(petstore(?:\\.[a-z0-9-]+)+)`", settings).stream()
        .map(key -> key.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
        .forEach(known::add);
    try (Stream<Path> files = Files.list(ROOT.resolve("liberty-config"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        known.addAll(all("<variable name=\"([A-Z_]+)\"", Files.readString(file)));
      }
    }
    return known;
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toList());
  }

  private static String first(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> services() throws IOException {
    String text = Files.readString(DOCKER.resolve("compose.yaml"));
    return map(new Yaml().load(text), "services");
  }

  private static List<Map<String, Object>> documents(String name) throws IOException {
    String text = Files.readString(DOCKER.resolve("kubernetes/" + name + ".yaml"));
    List<Map<String, Object>> documents = new ArrayList<>();
    new Yaml().loadAll(text).forEach(document -> documents.add(map(document)));
    return documents;
  }

  private static Map<String, Object> pod(String service) throws IOException {
    return map(map(map(documents(service).get(0), "spec"), "template"), "spec");
  }

  private static Map<String, Object> container(String service) throws IOException {
    return map(list(pod(service), "containers").get(0));
  }

  private static String path(Map<String, Object> container, String probe) {
    return (String) map(map(container, probe), "httpGet").get("path");
  }

  private static Map<String, Object> map(Object parent, String name) {
    return map(map(parent).get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<?> list(Map<String, Object> parent, String name) {
    return (List<?>) parent.get(name);
  }
}
