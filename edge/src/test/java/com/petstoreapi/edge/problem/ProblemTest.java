package com.petstoreapi.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
  @ParameterizedTest
  @EnumSource
  void bearsTheMembersOfRfc9457AndTheCode(ErrorCode code) {
    JsonObject problem = problem(new Refusal(code, "As it is."));
    assertThat(problem.getString("type")).isEqualTo("urn:petstore-live:problem:" + code.wire());
    assertThat(problem.getString("title")).isEqualTo(code.title());
    assertThat(problem.getInt("status")).isEqualTo(code.status());
    assertThat(problem.getString("detail")).isEqualTo("As it is.");
    assertThat(problem.getString("instance")).isEqualTo("/v1/pets/x");
    assertThat(problem.getString("code")).isEqualTo(code.wire());
    assertThat(problem.getString("requestId")).isEqualTo("r-1");
    assertThat(problem).hasSize(7);
  }

  @Test
  void bearsFurtherMembersOfTheRefusal() {
    JsonObject problem =
        problem(
            new Refusal(
                ErrorCode.TOO_LOW, "Bid more.", Map.of("minimumBid", new BigDecimal("610.00"))));
    assertThat(problem.getJsonNumber("minimumBid")).hasToString("610.00");
  }

  @Test
  void escapesWhatAStrangerWroteInThePath() {
    String path = "/v1/pets/\"},{\"a\":\"\r\n";
    JsonObject problem =
        JsonText.parse(Problem.of(Refusal.notFound("No \"such\" pet."), path, "r-1"))
            .asJsonObject();
    assertThat(problem.getString("instance")).isEqualTo(path);
    assertThat(problem.getString("detail")).isEqualTo("No \"such\" pet.");
  }

  private static JsonObject problem(Refusal refusal) {
    return JsonText.parse(Problem.of(refusal, "/v1/pets/x", "r-1")).asJsonObject();
  }
}
