package com.petstoreapi.edge.problem;

import com.petstoreapi.edge.logging.About;
import com.petstoreapi.edge.logging.RequestId;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one mapper from exceptions to problems. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  /** Not JAX-RS's own view of it, which fails for addresses that are no URIs. */
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    String id = RequestId.of(request);
    Refusal refusal =
        failure instanceof WebApplicationException web
            ? refusalOf(web.getResponse().getStatus())
            : Failures.refusalOf(failure, About.request(id));
    String path = request.getRequestURI();
    if (ComeBack.fits(refusal, request.getHeader(HttpHeaders.ACCEPT))) {
      return Response.ok(ComeBack.of(refusal, path, id), ComeBack.MEDIA_TYPE)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    Response.ResponseBuilder response =
        Response.status(refusal.code().status())
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(refusal, path, id));
    if (refusal.code() == ErrorCode.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, Problem.CHALLENGE);
    }
    if (failure instanceof WebApplicationException web) {
      Object allow = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
      response.header(HttpHeaders.ALLOW, allow);
    }
    Object retryAfter = refusal.members().get("retryAfterSeconds");
    return response.header(HttpHeaders.RETRY_AFTER, retryAfter).build();
  }

  private static Refusal refusalOf(int status) {
    ErrorCode code = ErrorCode.ofStatus(status);
    return new Refusal(code, code.title() + ".");
  }
}
