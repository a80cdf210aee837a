package org.limbeck.data;

import java.util.List;
import java.util.Map;

/**
 * Where a data set comes from; implementations are found by {@link java.util.ServiceLoader}.
 *
 * <p>A source reads and decodes. Splits, tails and seeds are not its concern.
 */
public interface DatasetSource {
  /** The name a study file uses in {@code data.source}. */
  String name();

  /** One line for {@code limbeck data list}. */
  String description();

  /** The keys of {@code data} that this source reads besides the common ones. */
  List<String> options();

  /**
   * Those of {@link #options} whose values may be lists; a list is a text that {@link OptionList}
   * reads.
   */
  default List<String> lists() {
    return List.of();
  }

  /** Those of {@link #options} that name files; in a study file, relative to its folder. */
  default List<String> files() {
    return List.of("train", "test", "dir");
  }

  /** Which part validation is cut from unless a plan says otherwise. */
  default ValidationFrom usualValidation() {
    return ValidationFrom.TRAIN;
  }

  /**
   * Reads the data.
   *
   * @param options values of {@link #options}, those that were given
   * @throws org.limbeck.LimbeckException if a file or value is unusable, naming it
   */
  SourceData load(Map<String, String> options);

  /**
   * Reads the data like {@link #load(Map)}; a source that decodes files tells {@code listener} how
   * far it is. It is not called where the images are in the cache.
   */
  default SourceData load(Map<String, String> options, DecodingListener listener) {
    return load(options);
  }
}
