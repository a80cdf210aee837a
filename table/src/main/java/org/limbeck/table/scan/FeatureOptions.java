package org.limbeck.table.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;

/**
 * Which columns become features, and how.
 *
 * @param only the features; empty for all columns without another role
 * @param ignore columns that are not features
 * @param text columns that are read as text though their values are numbers
 * @param missing what is done with missing values
 * @param categories texts of a column that get a feature each, at most
 * @param classes the names of the classes in their order; empty for the usual order
 */
public record FeatureOptions(
    List<String> only,
    List<String> ignore,
    List<String> text,
    MissingValues missing,
    int categories,
    List<String> classes) {
  public FeatureOptions {
    if (!only.isEmpty() && !ignore.isEmpty()) {
      throw new LimbeckException(
          "data.ignore: given together with data.features, which names all features; leave one out");
    }
  }

  static FeatureOptions of(Map<String, String> options) {
    return new FeatureOptions(
        TableOptions.list(options, "features"),
        TableOptions.list(options, "ignore"),
        TableOptions.list(options, "text"),
        missing(options.getOrDefault("missing", "refuse")),
        categories(options.getOrDefault("categories", String.valueOf(Columns.USUAL_CATEGORIES))),
        TableOptions.list(options, "classes"));
  }

  private static MissingValues missing(String text) {
    return Arrays.stream(MissingValues.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "data.missing: no '%s'%s"
                        .formatted(
                            text, DidYouMean.hint(text, List.of("mean", "flag", "refuse")))));
  }

  private static int categories(String text) {
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw new LimbeckException(
          "data.categories: expected a number from 1 to 99999, found '%s'".formatted(text));
    }
    return Integer.parseInt(text);
  }

  /** Whether a column without another role becomes a feature. */
  public boolean uses(String column) {
    return only.isEmpty() ? !ignore.contains(column) : only.contains(column);
  }
}
