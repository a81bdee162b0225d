package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Credential;
import com.petstoreapi.systemtests.support.Credential.Source;
import com.petstoreapi.systemtests.support.Credential.State;
import com.petstoreapi.systemtests.support.Door;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a token is shown × what it is worth × where it is shown: the whole table. A door that does
 * not look at a source answers as if there were nothing (401); whose token is good but whose role
 * is wrong gets 403, on the socket only when he bids.
 */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenSourcesIT {
  private final PetstoreServers servers;
  private String auction;

  TokenSourcesIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @BeforeAll
  void thereIsAnAuction() {
    auction = new Auctions(servers).open();
  }

  @ParameterizedTest(name = "{0}, {1}: read {2}, write {3}, stream {4}, socket {5}")
  @CsvSource({
    // source,    state,      read, write, stream, socket
    "HEADER,      GOOD,        200,   200,    200,    101",
    "HEADER,      BAD,         401,   401,    401,    401",
    "HEADER,      EXPIRED,     401,   401,    401,    401",
    "HEADER,      WRONG_ROLE,  403,   403,    403,    101",
    "HEADER,      OTHER_PATH,  200,   200,    200,    101",
    "SUBPROTOCOL, GOOD,        401,   401,    401,    101",
    "SUBPROTOCOL, BAD,         401,   401,    401,    401",
    "SUBPROTOCOL, EXPIRED,     401,   401,    401,    401",
    "SUBPROTOCOL, WRONG_ROLE,  401,   401,    401,    101",
    "SUBPROTOCOL, OTHER_PATH,  401,   401,    401,    101",
    "COOKIE,      GOOD,        200,   200,    200,    101",
    "COOKIE,      BAD,         401,   401,    401,    401",
    "COOKIE,      EXPIRED,     401,   401,    401,    401",
    "COOKIE,      WRONG_ROLE,  403,   403,    403,    101",
    "COOKIE,      OTHER_PATH,  200,   200,    200,    101",
    "TICKET,      GOOD,        401,   401,    200,    101",
    "TICKET,      BAD,         401,   401,    401,    401",
    "TICKET,      EXPIRED,     401,   401,    401,    401",
    "TICKET,      WRONG_ROLE,  401,   401,    403,    101",
    "TICKET,      OTHER_PATH,  401,   401,    401,    401",
    "QUERY,       GOOD,        401,   401,    401,    401",
    "QUERY,       BAD,         401,   401,    401,    401",
    "QUERY,       EXPIRED,     401,   401,    401,    401",
    "QUERY,       WRONG_ROLE,  401,   401,    401,    401",
    "QUERY,       OTHER_PATH,  401,   401,    401,    401"
  })
  void eachDoorAnswersAsTheContractSays(
      Source source, State state, int read, int write, int stream, int socket) throws Exception {
    assertAnswers(Door.read(servers), source, state, read);
    assertAnswers(Door.write(servers), source, state, write);
    assertAnswers(Door.stream(servers), source, state, stream);
    assertAnswers(Door.socket(servers, auction), source, state, socket);
  }

  private void assertAnswers(Door door, Source source, State state, int status) throws Exception {
    Door.Answer answer = door.knock(Credential.of(servers, source, state, door.path()));
    assertThat(answer.status()).as("%s with %s %s", door, state, source).isEqualTo(status);
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
    if (status == 401) {
      assertThat(answer.headers().get("www-authenticate")).startsWith("Bearer realm=");
    }
    if (status >= 400) {
      assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    }
  }
}
