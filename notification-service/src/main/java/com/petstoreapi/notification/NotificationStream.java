package com.petstoreapi.notification;

/** The one stream that holds all that this service tells people. */
public final class NotificationStream {
  public static final String NAME = "notifications";

  private NotificationStream() {}
}
