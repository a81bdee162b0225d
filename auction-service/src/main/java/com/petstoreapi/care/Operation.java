package com.petstoreapi.care;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody does with a task. Each touches as little as it says: of two that meet, the later
 * one has its way in the fields that both name, and both have theirs in all others. What is done to
 * a task that is gone does nothing.
 */
public sealed interface Operation {
  /** The task's id. */
  String id();

  /**
   * What becomes of the tasks: equal ones, where there is nothing to do.
   *
   * @throws Refusal {@code limit-reached}
   */
  Tasks appliedTo(Tasks tasks);

  /** The same operation, with its place by what is there when it is decided. */
  default Operation settledIn(Tasks tasks) {
    return this;
  }

  /**
   * A new task.
   *
   * @param id one that is there already stays as it is
   */
  record Add(String id, String text, Place place) implements Operation {
    @Override
    public Tasks appliedTo(Tasks tasks) {
      if (tasks.find(id).isPresent()) {
        return tasks;
      }
      if (tasks.isFull()) {
        throw new Refusal(
            ErrorCode.LIMIT_REACHED, "A plan has " + Tasks.MOST + " tasks, and not one more.");
      }
      return tasks.inserted(Task.open(id, text), place);
    }

    @Override
    public Operation settledIn(Tasks tasks) {
      return new Add(id, text, tasks.settled(place));
    }
  }

  /**
   * Other words, another day, another person: only what is named.
   *
   * @param text empty where it is left as it is
   */
  record Edit(String id, Optional<String> text, Change<Instant> due, Change<String> assignee)
      implements Operation {
    @Override
    public Tasks appliedTo(Tasks tasks) {
      return tasks.find(id).map(this::edited).map(tasks::replaced).orElse(tasks);
    }

    private Task edited(Task task) {
      return new Task(
          id,
          text.orElse(task.text()),
          task.done(),
          due.appliedTo(task.due()),
          assignee.appliedTo(task.assignee()));
    }
  }

  /** It is done, or is not after all. */
  record Check(String id, boolean done) implements Operation {
    @Override
    public Tasks appliedTo(Tasks tasks) {
      return tasks.find(id).map(task -> task.with(done)).map(tasks::replaced).orElse(tasks);
    }
  }

  /** To another place in the list. */
  record Move(String id, Place place) implements Operation {
    @Override
    public Tasks appliedTo(Tasks tasks) {
      boolean behindItself = place instanceof Place.After after && after.taskId().equals(id);
      Optional<Task> moved = tasks.find(id).filter(task -> !behindItself);
      return moved.map(task -> tasks.without(id).inserted(task, place)).orElse(tasks);
    }

    @Override
    public Operation settledIn(Tasks tasks) {
      return new Move(id, tasks.without(id).settled(place));
    }
  }

  record Remove(String id) implements Operation {
    @Override
    public Tasks appliedTo(Tasks tasks) {
      return tasks.without(id);
    }
  }
}
