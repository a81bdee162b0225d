package com.petstoreapi.presence;

import java.util.List;

/**
 * What a node tells the others of the people at its places. May come late, twice or never.
 *
 * @param node a name that it has had since its start, and no other node ever
 * @param asks whether it wants to hear who is at the others' places
 * @param stops whether it stops now: its people are about to come back elsewhere
 * @param here who has come, or is here still
 * @param gone who is no longer here
 */
public record Report(String node, boolean asks, boolean stops, List<Visit> here, List<Visit> gone) {
  public Report {
    here = List.copyOf(here);
    gone = List.copyOf(gone);
  }
}
