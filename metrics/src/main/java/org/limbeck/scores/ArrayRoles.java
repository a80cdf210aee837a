package org.limbeck.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.scores.array.ArrayFile;
import org.limbeck.scores.column.HeaderText;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.ScoreKind;

/** Which array of a file holds what, by their names. */
final class ArrayRoles {
  private static final List<String> PROBABILITIES =
      List.of(
          "probabilities",
          "probability",
          "probs",
          "prob",
          "proba",
          "y_prob",
          "y_proba",
          "y_probs",
          "softmax",
          "p");
  private static final List<String> LOGITS = List.of("logits", "logit", "z");
  private static final List<String> SCORES =
      List.of("scores", "score", "y_score", "y_scores", "outputs", "output");
  private static final List<String> IDS = List.of("ids", "id");
  private static final List<String> CLASSES = List.of("classes", "class_names", "classes_");

  private ArrayRoles() {}

  static Optional<String> label(ArrayFile file, TableRequest request) {
    return of(file, request.columns().label(), Roles.LABELS, "labels", "--label");
  }

  static Optional<String> prediction(ArrayFile file, TableRequest request) {
    return of(
        file, request.columns().prediction(), Roles.PREDICTIONS, "predictions", "--prediction");
  }

  static Optional<String> ids(ArrayFile file, TableRequest request) {
    return of(file, request.columns().id(), IDS, "ids", "--id");
  }

  static Optional<String> classes(ArrayFile file) {
    return of(file, Optional.empty(), CLASSES, "class names", "--classes");
  }

  /** The array of scores: the only one of an npy file, else by its name. */
  static Optional<String> scores(ArrayFile file, TableRequest request) {
    List<String> given = request.columns().scores();
    if (given.size() > 1) {
      throw new LimbeckException(
          file.shown() + ": --scores names several columns, but here it names one array");
    }
    if (file.names().equals(List.of(""))) {
      return Optional.of("");
    }
    List<String> usual = new ArrayList<>(PROBABILITIES);
    usual.addAll(LOGITS);
    usual.addAll(SCORES);
    return of(file, given.stream().findFirst(), usual, "scores", "--scores");
  }

  /** The kind of scores that the request or the name of the array says. */
  static Optional<ScoreKind> kind(String array, TableRequest request) {
    String name = array.toLowerCase(Locale.ROOT);
    return request
        .kind()
        .or(
            () ->
                PROBABILITIES.contains(name)
                    ? Optional.of(ScoreKind.PROBABILITIES)
                    : LOGITS.contains(name) ? Optional.of(ScoreKind.LOGITS) : Optional.empty());
  }

  private static Optional<String> of(
      ArrayFile file, Optional<String> given, List<String> usual, String what, String option) {
    if (given.isPresent()) {
      return Optional.of(required(file, given.get(), option));
    }
    List<String> found =
        file.names().stream()
            .filter(name -> usual.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    if (found.size() > 1) {
      throw new LimbeckException(
          "%s: arrays %s could all be the %s; name one with %s"
              .formatted(file.shown(), HeaderText.list(found), what, option));
    }
    return found.stream().findFirst();
  }

  private static String required(ArrayFile file, String name, String option) {
    if (!file.names().contains(name)) {
      throw new LimbeckException(
          "%s: no array '%s' for %s%s"
              .formatted(file.shown(), name, option, DidYouMean.hint(name, file.names())));
    }
    return name;
  }
}
