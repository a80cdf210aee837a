package org.limbeck.scores;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is wanted from a file of predictions or scores.
 *
 * @param content what the table has to hold
 * @param classes the number of classes m; if empty, that of the file: the number of its scores or,
 *     without these, 1 + the largest label or prediction
 * @param group the name of a column of groups; at least two and at most 1,000 different values
 * @param encoding the charset of a text file; if empty, that of a byte order mark, else UTF-8.
 *     Formats that are no text ignore it
 */
public record TableRequest(
    Content content, OptionalInt classes, Optional<String> group, Optional<Charset> encoding) {
  /** What a table has to hold besides labels. */
  public enum Content {
    /** Predictions; probabilities, where there are any, in double precision. */
    PREDICTIONS,
    /** Logits of two classes or more; the logarithms of probabilities count as such. */
    SCORES
  }

  /** Predictions of as many classes as the file has, without groups. */
  public static final TableRequest PREDICTIONS =
      new TableRequest(Content.PREDICTIONS, OptionalInt.empty(), Optional.empty());

  /** Scores of as many classes as the file has, without groups. */
  public static final TableRequest SCORES =
      new TableRequest(Content.SCORES, OptionalInt.empty(), Optional.empty());

  /** A request in the usual encoding. */
  public TableRequest(Content content, OptionalInt classes, Optional<String> group) {
    this(content, classes, group, Optional.empty());
  }

  /** The same in another encoding; see {@link #encoding}. */
  public TableRequest withEncoding(Optional<Charset> charset) {
    return new TableRequest(content, classes, group, charset);
  }
}
