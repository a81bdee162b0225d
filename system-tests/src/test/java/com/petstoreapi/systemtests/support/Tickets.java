package com.petstoreapi.systemtests.support;

import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;

/** Stream tickets, good ones and such as must not be taken. */
public final class Tickets {
  private static final String KEY_FILE = "shared/resources/petstore-ticket-keys";

  private final PetstoreServers servers;

  public Tickets(PetstoreServers servers) {
    this.servers = servers;
  }

  /** A ticket for that path, whichever service has it. */
  public String issue(String token, String path) {
    HttpApi api = new HttpApi(servers.notification().uri("/"), token);
    String ticket = api.post("/v1/tickets", JsonText.of("path", path)).expect(201).text("ticket");
    servers.tokens().remember(ticket);
    return ticket;
  }

  /** The signature is good, but for another path. */
  String tampered(String token, String path) {
    String[] good = issue(token, path + "x").split("\\.");
    String[] other = issue(token, path).split("\\.");
    return other[0] + "." + other[1] + "." + good[2];
  }

  /** Signed with the services' own key, so that nothing but its end is wrong. */
  String expired(String token, String path) throws Exception {
    SignedJWT good = SignedJWT.parse(issue(token, path));
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(good.getJWTClaimsSet())
            .expirationTime(Date.from(Instant.now().minusSeconds(1)))
            .build();
    SignedJWT expired = new SignedJWT(good.getHeader(), claims);
    String key = Files.readString(servers.userDirectory().resolve(KEY_FILE)).trim();
    expired.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
    return expired.serialize();
  }
}
