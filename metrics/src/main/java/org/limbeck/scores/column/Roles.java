package org.limbeck.scores.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/**
 * The columns of a table that hold no scores, by their positions; {@link #NONE} where there is
 * none.
 *
 * @param rest the columns that are left, in order
 */
public record Roles(int label, int prediction, int id, int group, List<Integer> rest) {
  public static final int NONE = -1;

  /** What columns of labels are called, in tables and files of arrays. */
  public static final List<String> LABELS =
      List.of(
          "label",
          "labels",
          "y_true",
          "true_label",
          "true",
          "target",
          "targets",
          "actual",
          "ground_truth",
          "class",
          "y");

  /** What columns of predicted classes are called. */
  public static final List<String> PREDICTIONS =
      List.of(
          "prediction",
          "predictions",
          "y_pred",
          "pred",
          "preds",
          "predicted",
          "predicted_label",
          "predicted_class",
          "pred_label");

  private static final List<String> OWN = List.of("label", "prediction");
  private static final List<String> IDS = List.of("id", "ids");

  public static Roles of(TableRows rows, ColumnRequest request) {
    return new Finder(rows, request).roles();
  }

  /** Takes columns away from those that are left. */
  private static final class Finder {
    private final TableRows rows;
    private final ColumnRequest request;
    private final List<Integer> rest;

    Finder(TableRows rows, ColumnRequest request) {
      this.rows = rows;
      this.request = request;
      rest = new ArrayList<>(IntStream.range(0, rows.header().size()).boxed().toList());
    }

    Roles roles() {
      TableColumns columns = request.columns();
      columns.ignore().forEach(name -> take(name, "--ignore"));
      List<String> scores = columns.scores();
      int group = request.group().map(this::group).orElse(NONE);
      int label = columns.label().map(name -> take(name, "--label")).orElse(NONE);
      int prediction = columns.prediction().map(name -> take(name, "--prediction")).orElse(NONE);
      int id = columns.id().map(name -> take(name, "--id")).orElse(NONE);
      if (label == NONE) {
        label = find(LABELS, "labels", "--label", scores);
      }
      if (prediction == NONE) {
        prediction = find(PREDICTIONS, "predictions", "--prediction", scores);
      }
      if (id == NONE) {
        id = find(IDS, "ids", "--id", scores);
      }
      return new Roles(label, prediction, id, group, List.copyOf(rest));
    }

    private int group(String name) {
      if (OWN.contains(name)) {
        throw rows.error("'%s' holds no groups; name another column with --group".formatted(name));
      }
      return take(name, "--group");
    }

    private int take(String name, String option) {
      List<String> header = rows.header();
      int column = header.indexOf(name);
      if (column < 0) {
        throw rows.error(
            "no column '%s' for %s%s; the header has %s"
                .formatted(name, option, DidYouMean.hint(name, header), HeaderText.list(header)));
      }
      if (!rest.remove((Integer) column)) {
        throw rows.error(
            "column '%s' has two uses, the second by %s; name it once".formatted(name, option));
      }
      return column;
    }

    /** The column with one of the names, if it is the only one. */
    private int find(List<String> names, String what, String option, List<String> scores) {
      Predicate<Integer> named =
          column -> {
            String name = rows.header().get(column);
            return names.contains(name.toLowerCase(Locale.ROOT)) && !scores.contains(name);
          };
      List<Integer> found = rest.stream().filter(named).toList();
      if (found.size() > 1) {
        throw ambiguous(found, what, option);
      }
      Optional<Integer> column = found.stream().findFirst();
      column.ifPresent(rest::remove);
      return column.orElse(NONE);
    }

    private LimbeckException ambiguous(List<Integer> found, String what, String option) {
      return rows.error(
          "columns %s could all be the %s; name one with %s"
              .formatted(
                  HeaderText.list(found.stream().map(rows.header()::get).toList()), what, option));
    }
  }
}
