package com.petstoreapi.edge.problem;

import com.petstoreapi.edge.logging.RequestId;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The error page of the container: what it refuses by itself is told as a problem, too. */
public class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    boolean isErrorPage = request.getDispatcherType() == DispatcherType.ERROR;
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    ErrorCode code =
        ErrorCode.ofStatus(isErrorPage && status instanceof Integer number ? number : 404);
    ProblemWriter.write(
        new Refusal(code, code.title() + "."),
        path == null ? request.getRequestURI() : path.toString(),
        RequestId.of(request, response),
        response);
  }
}
