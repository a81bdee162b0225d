package com.petstoreapi.edge.admin;

import com.petstoreapi.edge.audit.Audited;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The streams of events that are in use on this node. */
@Path("admin/streams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Audited
public class LiveStreamsResource {
  @Inject private LiveStreams streams;
  @Inject private Connections connections;
  @Inject private ClusterSettings cluster;

  /**
   * A page, by name.
   *
   * @param cursor the {@code next} of the page before
   */
  @GET
  public String list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    int most = Parameters.limit(limit, 50, 200);
    List<JsonObject> items =
        new StreamList(streams, connections)
            .page(Parameters.cursor(cursor), most).stream().map(AdminJson::stream).toList();
    return AdminJson.page(cluster.node(), items, "name", most);
  }
}
