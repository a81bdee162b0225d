package com.petstoreapi.edge.admin;

import com.petstoreapi.edge.audit.Audited;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.logging.Level;

/** How much the loggers of this node say. */
@Path("admin/log-levels/{logger}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Audited
public class LogLevelsResource {
  private static final long MINUTES = 30;
  private static final long MOST_MINUTES = 1_440;

  @Inject private LogLevels levels;
  @Inject private ClusterSettings cluster;

  /** → {@code {"node","logger","level","until"?}}. */
  @GET
  public String get(@PathParam("logger") String logger) {
    return AdminJson.level(cluster.node(), levels.get(logger));
  }

  /** {@code {"level","minutes"?}}: for so long, 30 if it is left out, at most a day. → as above. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public String set(@PathParam("logger") String logger, JsonBody body) {
    JsonFields fields = body.fields();
    Level level = level(fields.text("level", 10));
    long minutes = fields.optionalInteger("minutes", 1, MOST_MINUTES).orElse(MINUTES);
    return AdminJson.level(cluster.node(), levels.set(logger, level, Duration.ofMinutes(minutes)));
  }

  /** → 204, whether it was changed or not. */
  @DELETE
  public void reset(@PathParam("logger") String logger) {
    levels.reset(logger);
  }

  private static Level level(String name) {
    return LogLevels.LEVELS.stream()
        .filter(level -> level.getName().equals(name))
        .findAny()
        .orElseThrow(() -> Refusal.invalid("Field level must be one of " + LogLevels.LEVELS + "."));
  }
}
