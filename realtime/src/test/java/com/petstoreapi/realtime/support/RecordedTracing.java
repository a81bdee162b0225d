package com.petstoreapi.realtime.support;

import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;

/** Follows everything, and keeps it: the trace of a step is its stage and its number. */
public final class RecordedTracing implements Tracing {
  private final List<Recorded> steps = new ArrayList<>();

  /** What was begun, and how it has ended so far. */
  public static final class Recorded implements Step {
    private final String trace;
    private final int size;
    private final List<String> causes;
    private String end = "open";

    private Recorded(String trace, int size, List<String> causes) {
      this.trace = trace;
      this.size = size;
      this.causes = List.copyOf(causes);
    }

    @Override
    public String trace() {
      return trace;
    }

    @Override
    public Current makeCurrent() {
      return () -> {};
    }

    @Override
    public void end() {
      end = end.equals("open") ? "ended" : end;
    }

    @Override
    public void fail() {
      end = end.equals("open") ? "failed" : end;
    }

    @Override
    public String toString() {
      return trace + "(" + size + ")" + causes + " " + end;
    }
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Step begin(Stage stage, String stream) {
    return follow(stage, stream, 1, List.of());
  }

  @Override
  public synchronized Step follow(Stage stage, String stream, int size, List<String> causes) {
    Recorded step = new Recorded(stage + "-" + (steps.size() + 1), size, causes);
    steps.add(step);
    return step;
  }

  /** All steps as texts such as {@code COMMIT-2(1)[COMMAND-1] ended}. */
  public synchronized List<String> steps() {
    return steps.stream().map(Recorded::toString).toList();
  }
}
