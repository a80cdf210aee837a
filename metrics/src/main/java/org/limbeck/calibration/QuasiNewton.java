package org.limbeck.calibration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Minimises a smooth convex function by L-BFGS (Liu &amp; Nocedal, Mathematical Programming 1989)
 * with a preconditioner and backtracking.
 */
final class QuasiNewton {
  private static final int MEMORY = 10;
  private static final int HALVINGS = 30;
  private static final double SUFFICIENT = 1e-4;
  private static final double TOLERANCE = 1e-10;

  private final Function<double[], Point> function;
  private final UnaryOperator<double[]> precondition;
  private final Deque<Step> steps = new ArrayDeque<>();
  private int evaluations;

  /**
   * A search.
   *
   * @param function value and gradient at some parameters
   * @param precondition an approximate inverse of the second derivative, applied to a vector
   */
  QuasiNewton(Function<double[], Point> function, UnaryOperator<double[]> precondition) {
    this.function = function;
    this.precondition = precondition;
  }

  /** A function's value and gradient at some parameters. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Point(double[] at, double value, double[] gradient) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Step(double[] moved, double[] bent, double product) {}

  /** The best parameters found from {@code start} within a number of evaluations. */
  double[] minimum(double[] start, int mostEvaluations) {
    Point point = function.apply(start);
    evaluations = 1;
    while (evaluations < mostEvaluations) {
      double[] direction = direction(point.gradient());
      double slope = dot(direction, point.gradient());
      if (slope > -TOLERANCE) {
        break;
      }
      Point next = walk(point, direction, slope, mostEvaluations);
      boolean done = point.value() - next.value() <= TOLERANCE * Math.abs(point.value());
      remember(point, next);
      point = next;
      if (done) {
        break;
      }
    }
    return point.at();
  }

  /** The first of the steps 1, 1/2, 1/4, ... that descends enough; no step if none does. */
  private Point walk(Point point, double[] direction, double slope, int mostEvaluations) {
    double length = 1;
    for (int i = 0; i < HALVINGS && evaluations < mostEvaluations; i++) {
      Point next = function.apply(sum(point.at(), direction, length));
      evaluations++;
      if (next.value() <= point.value() + SUFFICIENT * length * slope) {
        return next;
      }
      length /= 2;
    }
    return point;
  }

  private void remember(Point before, Point after) {
    double[] moved = sum(after.at(), before.at(), -1);
    double[] bent = sum(after.gradient(), before.gradient(), -1);
    double product = dot(moved, bent);
    if (product > 0) {
      steps.addFirst(new Step(moved, bent, product));
    }
    if (steps.size() > MEMORY) {
      steps.removeLast();
    }
  }

  private double[] direction(double[] gradient) {
    double[] q = sum(new double[gradient.length], gradient, -1);
    var weights = new ArrayDeque<Double>();
    for (Step step : steps) {
      double weight = dot(step.moved(), q) / step.product();
      q = sum(q, step.bent(), -weight);
      weights.addFirst(weight);
    }
    q = precondition.apply(q);
    for (Iterator<Step> oldest = steps.descendingIterator(); oldest.hasNext(); ) {
      Step step = oldest.next();
      double weight = weights.removeFirst() - dot(step.bent(), q) / step.product();
      q = sum(q, step.moved(), weight);
    }
    return q;
  }

  private static double[] sum(double[] a, double[] b, double weight) {
    var sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + weight * b[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
