package com.petstoreapi.care;

import java.util.List;

/**
 * What a plan is called and who keeps it beside its owner, as somebody asks for it.
 *
 * @param title 1 to {@link CarePlan#MOST_TITLE} characters
 * @param members at most {@link Keepers#MOST_MEMBERS}, each once
 */
public record Heading(String title, List<String> members) {
  public Heading {
    members = List.copyOf(members);
  }
}
