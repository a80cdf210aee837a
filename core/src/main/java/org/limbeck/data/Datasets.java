package org.limbeck.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.limbeck.LimbeckException;
import org.limbeck.text.DidYouMean;

/** Finds sources and builds data sets from plans. */
public final class Datasets {
  private Datasets() {}

  /** All sources on the class path, by name. */
  public static List<DatasetSource> sources() {
    return ServiceLoader.load(DatasetSource.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(DatasetSource::name))
        .toList();
  }

  /**
   * The source of that name.
   *
   * @throws LimbeckException if there is none, naming the nearest
   */
  public static DatasetSource source(String name) {
    List<DatasetSource> all = sources();
    return all.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "no data source '%s'%s"
                        .formatted(
                            name,
                            DidYouMean.hint(
                                name, all.stream().map(DatasetSource::name).toList()))));
  }

  /**
   * The data set of a plan.
   *
   * @param studySeed used where the plan fixes no split seed
   * @throws LimbeckException if a class would have no example in some split
   */
  public static Dataset build(DataPlan plan, long studySeed) {
    return build(source(plan.source()).load(plan.options()), plan, studySeed);
  }

  /** The data set that a plan cuts from {@code source}. */
  public static Dataset build(SourceData source, DataPlan plan, long studySeed) {
    long seed = plan.splitSeed(studySeed);
    int classes = source.classNames().size();
    int[] rest = allOf(source.train());
    Map<Split, int[]> indices = new EnumMap<>(Split.class);
    Map<Split, Examples> splits = new EnumMap<>(Split.class);
    if (source.test().isPresent()) {
      Examples test = source.test().get();
      indices.put(Split.TEST, allOf(test));
      splits.put(Split.TEST, test);
    } else {
      var cut = Stratified.cut(source.train(), rest, classes, plan.testShare(), seed, "test");
      indices.put(Split.TEST, cut.heldOut());
      splits.put(Split.TEST, source.train().select(cut.heldOut()));
      rest = cut.kept();
    }
    var cut = Stratified.cut(source.train(), rest, classes, plan.validation(), seed, "validation");
    int[] train = cut.kept();
    if (plan.longTail() != null) {
      train = Stratified.tail(source, train, plan.longTail(), seed);
    }
    indices.put(Split.TRAIN, train);
    indices.put(Split.VALIDATION, cut.heldOut());
    splits.put(Split.TRAIN, source.train().select(train));
    splits.put(Split.VALIDATION, source.train().select(cut.heldOut()));
    requireEveryClass(source, splits);
    return new Dataset(source, splits, indices);
  }

  private static int[] allOf(Examples examples) {
    var all = new int[examples.size()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static void requireEveryClass(SourceData source, Map<Split, Examples> splits) {
    splits.forEach(
        (split, examples) -> {
          int[] counts = examples.classCounts(source.classNames().size());
          for (int y = 0; y < counts.length; y++) {
            if (counts[y] == 0) {
              throw new LimbeckException(
                  ("data '%s': class '%s' has no example in the %s split; add examples of it, leave"
                          + " it out, or change data.validation or data.testShare")
                      .formatted(source.name(), source.classNames().get(y), split.label()));
            }
          }
        });
  }
}
