package com.petstoreapi.edge.admin;

import com.petstoreapi.edge.audit.Audited;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The streams and sockets that are open on this node. */
@Path("admin/connections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Audited
public class LiveConnectionsResource {
  @Inject private Connections connections;
  @Inject private ClusterSettings cluster;

  /** A page, the oldest first. */
  @GET
  public String list(@BeanParam ConnectionQuery query) {
    ConnectionQuery.Wanted wanted = query.read();
    List<JsonObject> items =
        connections.after(wanted.after()).stream()
            .map(Admission::standing)
            .filter(wanted::admits)
            .limit(wanted.limit())
            .map(AdminJson::connection)
            .toList();
    return AdminJson.page(cluster.node(), items, "id", wanted.limit());
  }

  /** Ends one → 204, or 404 when it is over, or another node's. A socket closes with 4403. */
  @DELETE
  @Path("{id}")
  public void end(@PathParam("id") String id) {
    connections
        .find(id)
        .orElseThrow(() -> Refusal.notFound("This node has no such connection."))
        .end(CloseCause.NOT_ALLOWED);
  }
}
