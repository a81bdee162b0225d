package com.petstoreapi.edge.identity;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Gives a token to whoever asks; not there unless the settings allow it. */
@Path("dev/tokens")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DevelopmentTokens {
  private static final int MAX_TTL_SECONDS = 86_400;

  @Inject private Identity identity;
  @Inject private Clock clock;

  /** {@code {"user","roles"?,"ttlSeconds"?}} → {@code {"token","expiresAt"}}. */
  @POST
  public String issue(JsonBody body) {
    TokenIssuer issuer =
        identity.developmentIssuer().orElseThrow(() -> Refusal.notFound("There is no such page."));
    JsonFields fields = body.fields();
    String user = fields.user("user");
    Set<String> roles = fields.optionalTexts("roles", Roles.ALL).orElse(Set.of(Roles.USER));
    long ttl = fields.optionalInteger("ttlSeconds", 1, MAX_TTL_SECONDS).orElse(3_600L);
    Instant now = clock.instant();
    Instant expiresAt = now.plusSeconds(ttl);
    return JSON.createObjectBuilder()
        .add("token", issuer.issue(user, roles, now, expiresAt))
        .add("expiresAt", Timestamps.format(expiresAt))
        .build()
        .toString();
  }
}
