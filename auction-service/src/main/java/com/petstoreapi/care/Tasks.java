package com.petstoreapi.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks of a plan, in their order. Never changed: what changes them makes others. */
public record Tasks(List<Task> list) {
  public static final Tasks NONE = new Tasks(List.of());

  /** So many a plan may have. */
  public static final int MOST = 500;

  public Tasks {
    list = List.copyOf(list);
  }

  public Optional<Task> find(String id) {
    return list.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  boolean isFull() {
    return list.size() >= MOST;
  }

  /** This one in the place of that with its id. */
  Tasks replaced(Task task) {
    return new Tasks(list.stream().map(old -> old.id().equals(task.id()) ? task : old).toList());
  }

  Tasks inserted(Task task, Place place) {
    List<Task> more = new ArrayList<>(list);
    more.add(indexOf(place), task);
    return new Tasks(more);
  }

  Tasks without(String id) {
    return new Tasks(list.stream().filter(task -> !task.id().equals(id)).toList());
  }

  /** The same place by what is there now: first, or behind a task that there is. */
  Place settled(Place place) {
    int index = indexOf(place);
    return index == 0 ? new Place.First() : new Place.After(list.get(index - 1).id());
  }

  private int indexOf(Place place) {
    if (place instanceof Place.First) {
      return 0;
    }
    if (place instanceof Place.After after) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).id().equals(after.taskId())) {
          return i + 1;
        }
      }
    }
    return list.size();
  }
}
