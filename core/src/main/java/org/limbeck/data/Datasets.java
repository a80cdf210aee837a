package org.limbeck.data;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

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
    return build(plan, studySeed, DecodingListener.NONE);
  }

  /** The data set of a plan, telling {@code listener} if images have to be decoded for it. */
  public static Dataset build(DataPlan plan, long studySeed, DecodingListener listener) {
    return build(source(plan.source()).load(plan.options(), listener), plan, studySeed);
  }

  /** The data set that a plan cuts from {@code source}. */
  public static Dataset build(SourceData source, DataPlan plan, long studySeed) {
    return new SplitCutter(source, plan, plan.splitSeed(studySeed)).cut();
  }
}
