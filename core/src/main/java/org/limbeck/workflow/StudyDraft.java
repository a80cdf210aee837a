package org.limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limbeck.data.OptionList;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.key.Comments;
import org.limbeck.plan.key.Quoted;

/**
 * A commented study file for data, to be edited: what {@code limbeck init} writes. Whatever names
 * and values the data have, {@code StudyYaml} reads the text.
 *
 * @param name of the study
 * @param title what the data are, in a line
 * @param data keys of the section {@code data}, in their order
 * @param networks that fit the data
 */
public record StudyDraft(String name, String title, List<DataKey> data, UsualNetworks networks) {
  private static final String PLAIN =
      "(?!(?i)(true|false|null|yes|no|on|off)$)[A-Za-z_./][\\w./-]*";

  public StudyDraft {
    data = List.copyOf(data);
  }

  /**
   * A key of the data.
   *
   * @param value a text, or a list as {@link OptionList} writes it; empty for no key but the
   *     comment alone
   * @param comment stands above the key, some lines
   */
  public record DataKey(String key, Optional<String> value, String comment) {
    /** A key without a comment. */
    public static DataKey of(String key, String value) {
      return new DataKey(key, Optional.of(value), "");
    }

    /** A comment between keys. */
    public static DataKey comment(String text) {
      return new DataKey("", Optional.empty(), text);
    }
  }

  /** The study file. */
  public String text() {
    List<String> lines = new ArrayList<>();
    Comments.lines(title).forEach(lines::add);
    lines.add("# Written by limbeck init. Look through it, then train: limbeck study THIS_FILE");
    lines.add("# Keys that are left out have defaults: docs/study-keys.md, docs/tables.md.");
    lines.add("name: " + name);
    lines.add("");
    lines.add("data:");
    data.forEach(key -> key(lines, key));
    lines.add("");
    rest().lines().forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static void key(List<String> lines, DataKey key) {
    Comments.lines(key.comment()).forEach(line -> lines.add("  " + line));
    key.value().ifPresent(value -> lines.add("  " + key.key() + ": " + yaml(value)));
  }

  private static String yaml(String value) {
    if (OptionList.isList(value)) {
      return OptionList.values(value).stream()
          .map(StudyDraft::scalar)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar(value);
  }

  private static String scalar(String text) {
    return text.matches(PLAIN) || text.matches("0\\.\\d+") ? text : Quoted.text(text);
  }

  private String rest() {
    return """
        # Everything is trained once with each seed; intervals are over them.
        seeds: [0, 1, 2]

        # Trained here, on the labels. A teacher that you have stands in place of these keys:
        #   onnx: teacher.onnx            a model; or torchscript: model.pt and trust: true
        #   scores: teacher.parquet       its scores of the rows; with id: COLUMN, joined by id
        #   trainedOn: other              whether it has seen these examples (docs/study-keys.md)
        teacher:
          network: %s
          objectives: [standard]
          train: {epochs: %d}

        student:
          # A size that is usual for %s; a larger one learns more.
          network: %s
          # robust trades accuracy for that of the worst class, the more the larger alpha is.
          objectives: [standard, balanced, robust]
          alphas: [0.5]
          train: {epochs: %d}

        # Chosen on validation: the best worst class among students with this accuracy or more.
        # select: {minAccuracy: 0.8}
        """
        .formatted(
            networks.teacher().text(),
            epochs(),
            networks.fits(),
            networks.student().text(),
            epochs());
  }

  private int epochs() {
    return TrainDefaults.of(networks.student()).epochs();
  }
}
