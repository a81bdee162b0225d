package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
  @Test
  void takesTheFirstUserClaimThatIsThere() throws Exception {
    TokenClaims claims = reading("groups", "upn", "sub");
    assertThat(claims.accessToken(claims("'sub':'s','upn':'u'")).user()).isEqualTo("u");
    assertThat(claims.accessToken(claims("'sub':'s','upn':null")).user()).isEqualTo("s");
    assertThat(claims.accessToken(claims("'sub':'s'")).user()).isEqualTo("s");
  }

  @Test
  void takesNoOtherUserClaimThanTheOneThatIsSet() throws Exception {
    TokenClaims claims = reading("groups", "oid");
    assertThat(claims.accessToken(claims("'sub':'s','oid':'o'")).user()).isEqualTo("o");
    assertRefused(claims, "'sub':'s','upn':'u'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'realm_access':{'roles':['user','seller']}",
        "'realm_access.roles':['user','seller']",
        "'realm_access':{'x':1},'realm_access.roles':['user','seller']"
      })
  void findsRolesInsideOfOtherClaims(String json) throws Exception {
    assertThat(
            reading("realm_access.roles", "sub").accessToken(claims("'sub':'s'," + json)).roles())
        .containsExactlyInAnyOrder("user", "seller");
  }

  @Test
  void findsRolesUnderNamesThatHaveDotsThemselves() throws Exception {
    String address = "https://petstore.example/roles";
    assertThat(roles(address, "'" + address + "':['user']")).containsExactly("user");
    assertThat(roles("clients.petstore.live.roles", "'clients':{'petstore.live':{'roles':['a']}}"))
        .containsExactly("a");
    assertThat(roles("clients.petstore.live.roles", "'clients':{'petstore':{'live.roles':['b']}}"))
        .containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x':1",
        "'realm_access':null",
        "'realm_access':{}",
        "'realm_access':7",
        "'realm_access':['roles']",
        "'realm_access':{'roles':null}",
        "'realm_access':{'roles':[]}"
      })
  void givesNoRolesWhereThereAreNone(String json) throws Exception {
    assertThat(roles("realm_access.roles", json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'admin'", "{'admin':true}", "7", "[1]", "['user',null]", "[['admin']]"})
  void refusesRolesOfTheWrongType(String json) {
    assertRefused(
        reading("realm_access.roles", "sub"), "'sub':'s','realm_access':{'roles':" + json + "}");
  }

  @Test
  void refusesAUserOfTheWrongType() {
    assertRefused(reading("groups", "user"), "'user':7");
    assertRefused(reading("groups", "user"), "'user':['ann']");
    assertRefused(reading("groups", "user"), "'user':{'name':'ann'}");
  }

  private static TokenClaims reading(String roles, String... user) {
    List<ClaimPath> paths = Arrays.stream(user).map(ClaimPath::new).toList();
    return new TokenClaims(paths, new ClaimPath(roles));
  }

  private static Iterable<String> roles(String path, String json)
      throws InvalidToken, ParseException {
    return reading(path, "sub").accessToken(claims("'sub':'s'," + json)).roles();
  }

  private static void assertRefused(TokenClaims claims, String json) {
    assertThatThrownBy(() -> claims.accessToken(claims(json))).isInstanceOf(InvalidToken.class);
  }

  private static JWTClaimsSet claims(String json) throws ParseException {
    return JWTClaimsSet.parse("{\"exp\":4102444800," + json.replace('\'', '"') + "}");
  }
}
