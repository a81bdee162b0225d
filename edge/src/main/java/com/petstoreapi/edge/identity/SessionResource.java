package com.petstoreapi.edge.identity;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.identity.Credential.Source;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;

/**
 * A browser's session: its token in a cookie, for {@code EventSource} and {@code WebSocket} cannot
 * set headers. There is nothing on the server's side to it.
 */
@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Inject private Origins origins;
  @Inject private Clock clock;

  /** Puts the request's bearer token into a cookie → {@code {"userId","expiresAt"}}. */
  @POST
  public Response begin(@Context SecurityContext security, @Context HttpServletRequest request) {
    String token =
        Credentials.bearerOf(request)
            .orElseThrow(
                () ->
                    new Refusal(
                        ErrorCode.UNAUTHENTICATED,
                        "A session begins with a bearer token in the header."));
    if (token.length() > SessionCookie.MAX_LENGTH) {
      throw new Refusal(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "Browsers keep no cookie as long as this token: use tickets.");
    }
    UserPrincipal user = UserPrincipal.of(security);
    String answer =
        JSON.createObjectBuilder()
            .add("userId", user.getName())
            .add("expiresAt", Timestamps.format(user.expiresAt()))
            .build()
            .toString();
    return Response.ok(answer).cookie(SessionCookie.holding(token, user, request, clock)).build();
  }

  /** Takes the cookie away, whatever it is worth; needs none, nor a token. */
  @DELETE
  public Response end(@Context HttpServletRequest request) {
    if (Credentials.hasCookie(request)) {
      origins.check(request, Source.COOKIE);
    }
    return Response.noContent().cookie(SessionCookie.cleared(request)).build();
  }
}
