package com.petstoreapi.realtime.value;

import java.util.regex.Pattern;

/** What ids, users and types of events may be called: the same at every door. */
public final class Names {
  /** 1 to 64 letters, digits, dots, underscores and hyphens. */
  public static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** 1 to 64 printable characters of ASCII, as issuers of tokens give them. */
  public static final Pattern USER = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /** Lower case letters, digits and hyphens, up to 64, beginning with a letter. */
  public static final Pattern EVENT_TYPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private Names() {}

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  public static boolean isUser(String text) {
    return USER.matcher(text).matches();
  }

  public static boolean isEventType(String text) {
    return EVENT_TYPE.matcher(text).matches();
  }
}
