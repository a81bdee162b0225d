package com.petstoreapi.care.rest;

import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.desk.CareDesk;
import com.petstoreapi.care.desk.CareStreams;
import com.petstoreapi.care.json.OperationJson;
import com.petstoreapi.edge.history.HistoryQuery;
import com.petstoreapi.edge.history.LongPolls;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What is done with the tasks of a plan, by plain HTTP: where no socket comes through. */
@Path("care/{petId}/operations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CareOperationsResource {
  @Inject private CareDesk desk;
  @Inject private CareStreams streams;
  @Inject private LongPolls longPolls;
  @Inject private StreamSettings settings;

  /**
   * {@code {"op","id",…}} or an array of up to 100 → 201 {@code {"position","results"}}: all of
   * them are done, or none.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response operate(
      @PathParam("petId") String petId, @BeanParam Caller caller, JsonBody body) {
    List<Operation> operations = OperationJson.readAll(body.value());
    String answer =
        Commits.await(
            desk.operate(petId, operations, CareVisitors.of(caller), caller::key),
            settings.commandTimeout());
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  /** What has happened, in pages: the same events and positions as on the socket. */
  @GET
  public CompletionStage<String> page(
      @PathParam("petId") String petId, @BeanParam Caller caller, @BeanParam HistoryQuery query) {
    Visitor visitor = CareVisitors.of(caller);
    return longPolls.page(
        streams.stream(petId, visitor), caller.user(), query, () -> streams.admit(petId, visitor));
  }
}
