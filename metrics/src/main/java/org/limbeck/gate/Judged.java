package org.limbeck.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.Checksums;
import org.limbeck.gate.ledger.RowHashes;
import org.limbeck.metric.ClassHits;
import org.limbeck.scores.Categories;
import org.limbeck.scores.ScoreTable;

/**
 * The predictions of one model as a gate takes them.
 *
 * @param table of labels and predictions
 * @param fingerprint of the model; that of the predictions if it is not known
 */
record Judged(ScoreTable table, String fingerprint) {
  static Judged of(ScoreTable table, @Nullable String fingerprint) {
    if (table.examples() == 0) {
      throw new LimbeckException(
          table.source() + ": no examples; give at least one row with its label");
    }
    return new Judged(table, fingerprint == null ? ofContent(table) : fingerprint);
  }

  /** A hash of class names, labels, predictions, and scores where there are any. */
  private static String ofContent(ScoreTable table) {
    MessageDigest digest = Checksums.sha256();
    table.classNames().forEach(name -> digest.update(text(name)));
    digest.update(bytes(table.labels()));
    digest.update(bytes(table.predictions()));
    table.probabilities().ifPresent(scores -> update(digest, scores, table.classes()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] text(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  private static void update(MessageDigest digest, double[] scores, int classes) {
    ByteBuffer row = ByteBuffer.allocate(Double.BYTES * classes);
    for (int start = 0; start < scores.length; start += classes) {
      row.clear();
      row.asDoubleBuffer().put(scores, start, classes);
      digest.update(row);
    }
  }

  /** The rows, by id where they have ids. */
  RowHashes rows() {
    return table.ids().map(RowHashes::ofIds).orElseGet(() -> RowHashes.ofLabels(table.labels()));
  }

  /** The counts that rules on this model alone depend on. */
  GateCounts counts(boolean withGap) {
    var right = new boolean[table.examples()];
    for (int i = 0; i < right.length; i++) {
      right[i] = table.predictions()[i] == table.labels()[i];
    }
    List<String> names = table.namesOfClasses();
    ClassHits hits = ClassHits.of(table.classes(), table.labels(), right);
    return new GateCounts(
        PartCounts.of(names, hits),
        table.groups().map(groups -> groups(groups, right)),
        table.groups().map(groups -> cells(groups, right, names)),
        Optional.empty(),
        withGap ? Optional.of(CalibrationGap.of(table)) : Optional.empty());
  }

  private static PartCounts groups(Categories groups, boolean[] right) {
    return PartCounts.of(groups.names(), ClassHits.of(groups.names().size(), groups.of(), right));
  }

  private PartCounts cells(Categories groups, boolean[] right, List<String> classNames) {
    var cellOf = new int[right.length];
    for (int i = 0; i < cellOf.length; i++) {
      cellOf[i] = groups.of()[i] * table.classes() + table.labels()[i];
    }
    List<String> names = new ArrayList<>();
    for (String group : groups.names()) {
      classNames.forEach(name -> names.add(group + " / " + name));
    }
    return PartCounts.of(names, ClassHits.of(names.size(), cellOf, right));
  }
}
