package org.limbeck.data;

import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.data.column.Columns;

/**
 * What a source delivers, before it is split and given a tail.
 *
 * @param name the name of the data set
 * @param licence the licence and whom to credit, one line; empty where the source states none
 * @param classNames one name for each class, in label order; two or more
 * @param groupNames one name for each group, in the order of group numbers; empty where there are
 *     none
 * @param train the examples that train is cut from, and other splits without a part of their own
 * @param validation the official validation part, where there is one
 * @param test the official test part, where there is one
 * @param notes what people should know about how it was read, a line each; mostly none
 * @param columns where the values are raw and have to be encoded: what they are. Empty where the
 *     values are features already, all finite
 */
public record SourceData(
    String name,
    String licence,
    List<String> classNames,
    List<String> groupNames,
    Examples train,
    Optional<Examples> validation,
    Optional<Examples> test,
    List<String> notes,
    Optional<Columns> columns) {
  /**
   * Checks what every source has to keep.
   *
   * @throws LimbeckException if there are fewer than two classes, or one group only
   */
  public SourceData {
    classNames = List.copyOf(classNames);
    groupNames = List.copyOf(groupNames);
    notes = List.copyOf(notes);
    if (classNames.size() < 2) {
      throw new LimbeckException(
          "data '%s': %s: a classifier tells two classes or more apart"
              .formatted(
                  name,
                  classNames.isEmpty()
                      ? "no class"
                      : "one class only, '" + classNames.get(0) + "'"));
    }
    if (groupNames.size() == 1) {
      throw new LimbeckException(
          "data '%s': one group only, '%s'; leave groups out".formatted(name, groupNames.get(0)));
    }
  }

  /** Data without an official validation part. */
  public SourceData(
      String name,
      String licence,
      List<String> classNames,
      List<String> groupNames,
      Examples train,
      Optional<Examples> test,
      List<String> notes,
      Optional<Columns> columns) {
    this(name, licence, classNames, groupNames, train, Optional.empty(), test, notes, columns);
  }

  /** Data whose values are features already. */
  public SourceData(
      String name,
      String licence,
      List<String> classNames,
      List<String> groupNames,
      Examples train,
      Optional<Examples> test,
      List<String> notes) {
    this(name, licence, classNames, groupNames, train, test, notes, Optional.empty());
  }

  /** Data without groups. */
  public SourceData(
      String name,
      String licence,
      List<String> classNames,
      Examples train,
      Optional<Examples> test,
      List<String> notes) {
    this(name, licence, classNames, List.of(), train, test, notes);
  }

  /** Data that nothing has to be said about. */
  public SourceData(
      String name,
      String licence,
      List<String> classNames,
      Examples train,
      Optional<Examples> test) {
    this(name, licence, classNames, train, test, List.of());
  }

  /** SHA-256 of the ids of all parts, hexadecimal. */
  public String idsFingerprint() {
    return Fingerprint.ofIds(this);
  }
}
