package com.petstoreapi.care.rest;

import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.Heading;
import com.petstoreapi.care.desk.CareDesk;
import com.petstoreapi.care.desk.CareStreams;
import com.petstoreapi.care.json.CareAnswers.Headed;
import com.petstoreapi.care.json.PlanJson;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.json.PresenceJson;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The care plan of a pet, for those who keep it. */
@Path("care/{petId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CarePlansResource {
  @Inject private CarePlans plans;
  @Inject private CareStreams streams;
  @Inject private CareDesk desk;
  @Inject private Presence presence;
  @Inject private StreamSettings settings;

  /** {@code {"title","members":[…]}} → 201 or 200, and the plan. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.USER, Roles.SUPPORT, Roles.ADMIN})
  public Response put(@PathParam("petId") String petId, @BeanParam Caller caller, JsonBody body) {
    Heading heading = PlanJson.heading(body.fields());
    Headed headed =
        Headed.read(
            Commits.await(
                desk.head(petId, heading, CareVisitors.of(caller), caller::key),
                settings.commandTimeout()));
    Response.ResponseBuilder answer =
        headed.created() ? Response.created(URI.create("care/" + petId)) : Response.ok();
    return answer.entity(headed.plan().toString()).build();
  }

  @GET
  public String get(@PathParam("petId") String petId, @BeanParam Caller caller) {
    streams.admit(petId, CareVisitors.of(caller));
    return plans
        .find(petId)
        .map(found -> PlanJson.state(found).toString())
        .orElseThrow(() -> Refusal.notFound("There is no care plan for this pet."));
  }

  /** Who looks at it now, on whatever node: {@code {"count","users":[…]}}. */
  @GET
  @Path("presence")
  public String presence(@PathParam("petId") String petId, @BeanParam Caller caller) {
    streams.admit(petId, CareVisitors.of(caller));
    return PresenceJson.state(presence.of(CarePlan.streamOf(petId)));
  }
}
