package org.limbeck.data;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DatabaseUrl;

/**
 * Which data, and how it is cut into splits.
 *
 * @param source the name of a {@link DatasetSource}
 * @param options what the source reads
 * @param validationFrom the part that validation is cut from
 * @param validation share of each class of that part held out for validation, in (0, 1)
 * @param testShare share of each class held out for test where the source has no test part
 * @param longTail the tail cut into the training split, after validation was held out; or none
 * @param splitSeed the seed of split and tail; null draws them anew for each study seed
 * @param judge share of each class of validation that judges and drives nothing, in [0, 1); null
 *     where the whole split drives and judges, as in studies of earlier versions
 */
public record DataPlan(
    String source,
    Map<String, String> options,
    ValidationFrom validationFrom,
    double validation,
    double testShare,
    @Nullable LongTail longTail,
    @Nullable Long splitSeed,
    @Nullable Double judge) {
  /** The share of each class of validation that judges in new studies. */
  public static final double USUAL_JUDGE = 0.5;

  public DataPlan {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    options.forEach(DataPlan::checkSecret);
    checkShare("validation", validation);
    checkShare("testShare", testShare);
    if (judge != null && !(judge >= 0 && judge < 1)) {
      throw new IllegalArgumentException("judge: expected [0, 1), found " + judge);
    }
  }

  /** Data of which half of validation judges. */
  public DataPlan(
      String source,
      Map<String, String> options,
      ValidationFrom validationFrom,
      double validation,
      double testShare,
      @Nullable LongTail longTail,
      @Nullable Long splitSeed) {
    this(source, options, validationFrom, validation, testShare, longTail, splitSeed, USUAL_JUDGE);
  }

  /** Plans are written into studies. */
  private static void checkSecret(String key, String value) {
    if (DatabaseUrl.hasPassword(value)) {
      throw new LimbeckException("data.%s: %s".formatted(key, DatabaseUrl.REMEDY));
    }
  }

  /** A source with its usual split, 25 % for test where it has no test part, split seed 0. */
  public static DataPlan of(String source, @Nullable LongTail longTail) {
    ValidationFrom from = Datasets.source(source).usualValidation();
    return new DataPlan(source, Map.of(), from, from.usualShare(), 0.25, longTail, 0L);
  }

  /** Starts with what {@link #of} gives for a source, without a long tail. */
  public static DataPlanBuilder builder(String source) {
    return of(source, null).toBuilder();
  }

  /** Starts from this plan. */
  public DataPlanBuilder toBuilder() {
    return new DataPlanBuilder(this);
  }

  /** The same plan with another value of one of the source's options. */
  public DataPlan with(String option, String value) {
    var changed = new TreeMap<>(options);
    changed.put(option, value);
    return toBuilder().options(changed).build();
  }

  private static void checkShare(String key, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(key + ": expected (0, 1), found " + share);
    }
  }

  /** The seed that split and tail are drawn from in the study seeded with {@code studySeed}. */
  public long splitSeed(long studySeed) {
    return splitSeed == null ? studySeed : splitSeed;
  }

  /** How the splits are cut, in a line, for people. */
  public String protocol(boolean officialTest) {
    return protocol(false, officialTest);
  }

  /** How the splits of a source with or without official parts are cut, in a line, for people. */
  String protocol(boolean officialValidation, boolean officialTest) {
    String validated =
        officialValidation
            ? "validation: the official validation part"
            : "validation: %s %% of each %s of the %s part"
                .formatted(
                    percent(validation),
                    unit(),
                    officialTest ? "official " + validationFrom.label() : "training");
    String tested =
        validationFrom == ValidationFrom.TEST
            ? "test: the rest of it"
            : officialTest
                ? "test: the official test part"
                : "test: %s %% of each %s".formatted(percent(testShare), unit());
    String tail =
        longTail == null
            ? "no long tail"
            : "long tail of ratio %s, classes in %s order"
                .formatted(
                    percent(longTail.ratio() / 100),
                    longTail.order().name().toLowerCase(Locale.ROOT));
    return "%s; %s; training: %s; split seed %s"
        .formatted(validated, tested, tail, splitSeed == null ? "of each study seed" : splitSeed);
  }

  /** What the splits are cut within. */
  private String unit() {
    return options.getOrDefault("group", "none").equals("none") ? "class" : "class in each group";
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
