package com.petstoreapi.edge.rest;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.audit.Audited;
import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an admin does about the connections of a user. */
@Path("admin/users/{id}/connections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Audited
public class ConnectionsResource {
  private static final System.Logger LOG = System.getLogger(ConnectionsResource.class.getName());

  @Inject private Connections connections;
  @Inject private Nodes nodes;

  /**
   * Ends the user's streams and sockets, on all nodes → 200 and {@code {"ended"}}, how many these
   * were on this one.
   */
  @DELETE
  public String end(@PathParam("id") String user, @BeanParam Caller caller) {
    if (!Names.isUser(user)) {
      throw Refusal.notFound("There is no such user.");
    }
    int ended = connections.endAllOf(user);
    nodes.endConnectionsOf(user);
    LOG.log(
        System.Logger.Level.INFO,
        "{0} ended the {1} connections of user {2}",
        caller.user(),
        ended,
        user);
    return JSON.createObjectBuilder().add("ended", ended).build().toString();
  }
}
