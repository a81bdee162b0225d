package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.Picture;
import com.petstoreapi.chat.PictureType;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** The pictures of a chat. */
@Path("chats/{id}/attachments")
@RequestScoped
public class AttachmentsResource {
  @Inject private Rooms rooms;
  @Inject private ChatDesk desk;
  @Inject private Uuid7 ids;
  @Inject private StreamSettings settings;

  /** A picture → 201 {@code {"attachmentId","contentType","bytes","position"}}. */
  @POST
  @Consumes("image/*")
  @Produces(MediaType.APPLICATION_JSON)
  public Response show(@PathParam("id") String id, @BeanParam Caller caller, InputStream body) {
    StoredPicture picture = StoredPicture.of(ids.next(), read(body));
    String shown =
        Commits.await(
            desk.show(id, caller.user(), picture, caller::key), settings.commandTimeout());
    String pictureId = JsonText.parseObject(shown).id("attachmentId");
    return Response.created(URI.create("chats/" + id + "/attachments/" + pictureId))
        .entity(shown)
        .build();
  }

  /**
   * Its bytes, as what they are and nothing else. A browser keeps them, but asks before each use
   * whether he who is signed in by then may see them: 304 if so.
   */
  @GET
  @Path("{attachmentId}")
  public Response get(
      @PathParam("id") String id,
      @PathParam("attachmentId") String pictureId,
      @BeanParam Caller caller,
      @Context Request request) {
    rooms.get(id, Visitors.of(caller));
    StoredPicture picture =
        rooms
            .picture(id, pictureId)
            .orElseThrow(() -> Refusal.notFound("There is no such attachment in this chat."));
    EntityTag tag = new EntityTag(picture.picture().id());
    return Optional.ofNullable(request.evaluatePreconditions(tag))
        .orElseGet(() -> Response.ok(picture.content(), picture.picture().contentType()))
        .tag(tag)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "inline; filename=\"" + fileName(picture) + '"')
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  /** A client that leaves, or falls silent, half-way is no failure of ours. */
  private static byte[] read(InputStream body) {
    try {
      return body.readNBytes(Picture.MOST_BYTES + 1);
    } catch (IOException e) {
      throw Refusal.invalid("The body did not come to its end.");
    }
  }

  private static String fileName(StoredPicture picture) {
    String extension =
        PictureType.of(picture.content()).map(PictureType::extension).orElse("image");
    return picture.picture().id() + '.' + extension;
  }
}
