package org.limbeck.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link DataPlan}; every option starts with its value in the plan it was made from. */
public final class DataPlanBuilder {
  private final String source;
  private Map<String, String> options;
  private ValidationFrom validationFrom;
  private double validation;
  private double testShare;
  private @Nullable LongTail longTail;
  private @Nullable Long splitSeed;
  private @Nullable Double judge;

  DataPlanBuilder(DataPlan plan) {
    source = plan.source();
    options = plan.options();
    validationFrom = plan.validationFrom();
    validation = plan.validation();
    testShare = plan.testShare();
    longTail = plan.longTail();
    splitSeed = plan.splitSeed();
    judge = plan.judge();
  }

  /** Options of the source, such as {@code train} and {@code label} of {@code csv}. */
  public DataPlanBuilder options(Map<String, String> options) {
    this.options = options;
    return this;
  }

  /**
   * The part that the validation split is cut from.
   *
   * @param share of it, within each class, in (0, 1)
   */
  public DataPlanBuilder validation(ValidationFrom from, double share) {
    validationFrom = from;
    validation = share;
    return this;
  }

  /** The share of each class for test, in (0, 1), where the source has no test part. */
  public DataPlanBuilder testShare(double share) {
    testShare = share;
    return this;
  }

  /** The long tail that is cut into the training split; null for none. */
  public DataPlanBuilder longTail(@Nullable LongTail tail) {
    longTail = tail;
    return this;
  }

  /** The seed that splits and tail are drawn from; null for that of each study seed. */
  public DataPlanBuilder splitSeed(@Nullable Long seed) {
    splitSeed = seed;
    return this;
  }

  /**
   * The share of each class of validation that judges and drives nothing, in [0, 1); null where the
   * whole split drives and judges, as in studies of earlier versions.
   */
  public DataPlanBuilder judge(@Nullable Double share) {
    judge = share;
    return this;
  }

  /**
   * The plan.
   *
   * @throws IllegalArgumentException if a share is outside its range
   */
  public DataPlan build() {
    return new DataPlan(
        source, options, validationFrom, validation, testShare, longTail, splitSeed, judge);
  }
}
