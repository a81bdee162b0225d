package com.petstoreapi.edge.identity;

import com.petstoreapi.edge.problem.ProblemWriter;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The one place where requests are authenticated: REST, SSE streams and WebSocket handshakes alike.
 * A request without a good token is answered before any upgrade or stream.
 */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {
  private static final System.Logger LOG = System.getLogger(BearerMechanism.class.getName());

  private final Identity identity;

  BearerMechanism() {
    this(null);
  }

  @Inject
  public BearerMechanism(Identity identity) {
    this.identity = identity;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<String> token = Credentials.tokenOf(request);
    if (token.isEmpty()) {
      return context.isProtected()
          ? refuse(request, response, "Bearer realm=\"petstore-live\"", "A bearer token is needed.")
          : context.doNothing();
    }
    try {
      UserPrincipal user = identity.verifier().verify(token.get());
      return context.notifyContainerAboutLogin(user, user.roles());
    } catch (InvalidToken e) {
      LOG.log(System.Logger.Level.DEBUG, "token refused: {0}", e.getMessage());
      return refuse(
          request,
          response,
          "Bearer realm=\"petstore-live\", error=\"invalid_token\"",
          "The bearer token is not valid or has expired.");
    }
  }

  private static AuthenticationStatus refuse(
      HttpServletRequest request, HttpServletResponse response, String challenge, String detail) {
    response.setHeader("WWW-Authenticate", challenge);
    ProblemWriter.write(new Refusal(ErrorCode.UNAUTHENTICATED, detail), request, response);
    return AuthenticationStatus.SEND_FAILURE;
  }
}
