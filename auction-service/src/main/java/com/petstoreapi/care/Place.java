package com.petstoreapi.care;

/** Where in the list a task is put. */
public sealed interface Place {
  record First() implements Place {}

  record Last() implements Place {}

  /** Behind another task; at the end, should that one be gone. */
  record After(String taskId) implements Place {}
}
