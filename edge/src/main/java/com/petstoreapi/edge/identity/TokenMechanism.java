package com.petstoreapi.edge.identity;

import com.petstoreapi.edge.identity.Credential.Source;
import com.petstoreapi.edge.logging.RequestId;
import com.petstoreapi.edge.problem.Problem;
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
public class TokenMechanism implements HttpAuthenticationMechanism {
  private static final System.Logger LOG = System.getLogger(TokenMechanism.class.getName());

  private final Credentials credentials;
  private final Origins origins;
  private final Identity identity;
  private final Tickets tickets;
  private final AuthFigures figures;

  TokenMechanism() {
    this(null, null, null, null, null);
  }

  @Inject
  public TokenMechanism(
      StreamPaths streams,
      Origins origins,
      Identity identity,
      Tickets tickets,
      AuthFigures figures) {
    this.credentials = new Credentials(streams);
    this.origins = origins;
    this.identity = identity;
    this.tickets = tickets;
    this.figures = figures;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String requestId = RequestId.of(request, response); // no filter has been there yet
    if (!context.isProtected()) {
      return context.doNothing(); // a refusal would be written, and then the answer after it
    }
    try {
      Optional<Credential> shown = credentials.of(request);
      if (shown.isEmpty()) {
        figures.refused().add(AuthRefusal.MISSING);
        return unauthenticated("A token is needed.", "", request, response);
      }
      origins.check(request, shown.get().source());
      AccessToken token = verify(shown.get(), request);
      return context.notifyContainerAboutLogin(
          new UserPrincipal(token, request.getRemoteAddr(), requestId), token.roles());
    } catch (InvalidToken e) {
      figures.refused().add(e.why());
      LOG.log(
          System.Logger.Level.DEBUG,
          "token refused for request {0}: {1}",
          requestId,
          e.getMessage());
      return unauthenticated(
          "The token is not valid or has expired.", ", error=\"invalid_token\"", request, response);
    } catch (KeysUnavailable e) {
      figures.refused().add(AuthRefusal.KEYS_UNAVAILABLE);
      Refusal refusal = Refusal.unavailable("Tokens cannot be checked right now.");
      return refuse(refusal, request, response);
    } catch (Refusal e) {
      figures.refused().add(AuthRefusal.ORIGIN);
      return refuse(e, request, response);
    }
  }

  private AccessToken verify(Credential shown, HttpServletRequest request)
      throws InvalidToken, KeysUnavailable {
    return shown.source() == Source.TICKET
        ? tickets.verify(shown.text(), request.getRequestURI())
        : identity.verifier().verify(shown.text());
  }

  private AuthenticationStatus unauthenticated(
      String detail, String error, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("WWW-Authenticate", Problem.CHALLENGE + error);
    return refuse(new Refusal(ErrorCode.UNAUTHENTICATED, detail), request, response);
  }

  private AuthenticationStatus refuse(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
    origins.letRead(request, response);
    ProblemWriter.write(refusal, request, response);
    return AuthenticationStatus.SEND_FAILURE;
  }
}
