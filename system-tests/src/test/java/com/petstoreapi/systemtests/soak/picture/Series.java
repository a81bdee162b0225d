package com.petstoreapi.systemtests.soak.picture;

import java.util.List;

/** One line of a chart. */
public record Series(String label, List<Point> points) {

  /**
   * @param seconds on the common clock of the picture
   */
  public record Point(double seconds, double value) {}

  public Series {
    points = points.stream().filter(point -> Double.isFinite(point.value())).toList();
  }

  double most() {
    return points.stream().mapToDouble(Point::value).max().orElse(0);
  }

  double last() {
    return points.isEmpty() ? Double.NaN : points.get(points.size() - 1).value();
  }
}
