package com.petstoreapi.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code services.json}: {@code {"store","auctions"}}, the addresses of the services. */
@WebServlet("/services.json")
public class PlacesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Places places;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("store", places.store())
                .add("auctions", places.auctions())
                .build()
                .toString());
  }
}
