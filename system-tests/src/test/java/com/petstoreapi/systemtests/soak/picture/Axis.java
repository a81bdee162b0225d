package com.petstoreapi.systemtests.soak.picture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * From zero, or from a beginning, to a round number, with marks at round numbers.
 *
 * @param begin the first mark
 * @param step between two marks, 1, 2 or 5 by a power of ten
 * @param steps at least one
 */
record Axis(double begin, double step, int steps) {
  private static final int[] ROUND = {1, 2, 5, 10};

  /**
   * @param most what must find its place; zero or less is taken as 1
   * @param marks how many there should be at most, beside the first
   */
  static Axis upTo(double most, int marks) {
    double needed = most > 0 ? most : 1;
    double power = Math.pow(10, Math.floor(Math.log10(needed / marks)));
    for (int round : ROUND) {
      double step = round * power;
      if (step * marks >= needed * (1 - 1e-9)) {
        return new Axis(0, step, Math.max(1, (int) Math.ceil(needed / step - 1e-9)));
      }
    }
    throw new IllegalStateException("no round step up to " + most);
  }

  /** The same for values that are that many times as large. */
  Axis times(double factor) {
    return new Axis(begin * factor, step * factor, steps);
  }

  double end() {
    return begin + step * steps;
  }

  List<Double> marks() {
    return IntStream.rangeClosed(0, steps).mapToObj(i -> begin + step * i).toList();
  }

  /** Where on the axis that is: 0 at its beginning, 1 at its end. */
  double share(double value) {
    return (value - begin) / (end() - begin);
  }
}
