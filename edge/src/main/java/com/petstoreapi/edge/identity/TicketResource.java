package com.petstoreapi.edge.identity;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.Timestamps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.regex.Pattern;

/** Where a client gets a ticket for an address in which its token must not stand. */
@Path("tickets")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {
  /** A path as it stands in a request line; the other service's are as good as our own. */
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~%/-]{1,255}");

  @Inject private Tickets tickets;

  /** {@code {"path"}} of a stream or socket → 201 and {@code {"ticket","expiresAt"}}. */
  @POST
  public Response issue(@Context SecurityContext security, JsonBody body) {
    Ticket ticket = tickets.issue(UserPrincipal.of(security), body.fields().matching("path", PATH));
    String answer =
        JSON.createObjectBuilder()
            .add("ticket", ticket.text())
            .add("expiresAt", Timestamps.format(ticket.expiresAt()))
            .build()
            .toString();
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }
}
