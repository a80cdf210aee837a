package org.limbeck.teacher.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.diagnosis.RawScores;
import org.limbeck.scores.ScoreFile;
import org.limbeck.scores.TableRequest;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableColumns;
import org.limbeck.teacher.intake.ColumnOrder;
import org.limbeck.teacher.intake.LabelledScores;
import org.limbeck.teacher.intake.RowJoin;
import org.limbeck.teacher.intake.ScoreIntake;

/**
 * The scores of a teacher that are in files.
 *
 * <p>Files are read one after the other, and of each only the rows of the splits are kept, so the
 * peak is twice the scores of a file.
 */
final class FileScores implements ForeignScores {
  private final ForeignSource.ScoreFiles source;
  private final Dataset data;
  private final Map<Split, float[]> logits = new EnumMap<>(Split.class);
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<ScoreKind> kind;

  FileScores(ForeignSource.ScoreFiles source, Dataset data) {
    this.source = source;
    this.data = data;
    kind = source.output().kind().map(ModelOutput.Kind::scores);
    ColumnOrder.of(source.text(), data.classNames(), source.output().classes());
    read(source.train(), Split.TRAIN);
    source.validation().ifPresent(file -> read(file, Split.VALIDATION));
    source.test().ifPresent(file -> read(file, Split.TEST));
    requireTraining();
    noteMissing();
  }

  private void read(Path path, Split part) {
    String where = "scores " + path.getFileName();
    ScoreFile file = ScoreFile.read(path, request());
    requireClasses(where, file);
    var intake = new ScoreIntake(where, order(where, file), source.output().insists());
    ScoreKind found =
        intake.kind(RawScores.of(file.rows(), data.classes(), file.scores()::read), kind);
    kind = Optional.of(found);
    notes.add(where + ": " + file.found().replaceFirst("logits from", found.label() + " from"));
    gather(file, join(where, file, part), intake, found);
    notes.addAll(intake.notes());
  }

  /** Kind and order are judged here, by all rows and the labels, so the file need not say them. */
  private TableRequest request() {
    return TableRequest.builder(TableRequest.Content.SCORES)
        .kind(Optional.of(ScoreKind.LOGITS))
        .classNames(source.output().classes())
        .columns(
            new TableColumns(Optional.empty(), Optional.empty(), scores(), source.id(), List.of()))
        .build();
  }

  private List<String> scores() {
    return source.output().name().stream().toList();
  }

  private void requireClasses(String where, ScoreFile file) {
    int found = file.scores().classes();
    if (found != data.classes() && file.classes().isEmpty()) {
      throw new LimbeckException(
          "%s: scores of %,d classes, but the data have %,d: %s; give one score for each of them"
              .formatted(where, found, data.classes(), ColumnOrder.first(data.classNames())));
    }
  }

  private ColumnOrder order(String where, ScoreFile file) {
    return ColumnOrder.of(where, data.classNames(), file.classes());
  }

  private RowJoin join(String where, ScoreFile file, Split part) {
    if (source.id().isEmpty()) {
      return RowJoin.byNumber(where, data, part, file.rows(), file.ids());
    }
    List<String> ids =
        file.ids()
            .orElseThrow(() -> new LimbeckException(where + ": has no ids; leave the key id out"));
    return RowJoin.byId(where, data, ids);
  }

  private void gather(ScoreFile file, RowJoin join, ScoreIntake intake, ScoreKind found) {
    List<LabelledScores> labelled = new ArrayList<>();
    for (Split split : Split.values()) {
      if (!logits.containsKey(split)) {
        Optional<int[]> rows = join.rows(split);
        rows.ifPresent(chosen -> logits.put(split, gathered(file, chosen, intake, found)));
        if (rows.isPresent() && split != Split.TEST) {
          labelled.add(new LabelledScores(logitsOf(split), labels(split)));
        }
      }
    }
    join.note().ifPresent(notes::add);
    if (!labelled.isEmpty()) {
      intake.check(labelled);
    }
  }

  private float[] logitsOf(Split split) {
    return logits(split).orElseThrow();
  }

  private int[] labels(Split split) {
    return (split == Split.TRAIN ? data.train() : data.validation()).labels();
  }

  private float[] gathered(ScoreFile file, int[] rows, ScoreIntake intake, ScoreKind found) {
    int m = data.classes();
    var values = new float[Math.multiplyExact(rows.length, m)];
    var row = new double[m];
    for (int i = 0; i < rows.length; i++) {
      file.scores().read(rows[i], row);
      intake.write(row, found, values, i * m);
    }
    return values;
  }

  private void requireTraining() {
    if (!logits.containsKey(Split.TRAIN)) {
      throw new LimbeckException(
          "%s: has none of the ids of the training split, which are like %s; check that id names the same column in both"
              .formatted(source.text(), first(data.ids(Split.TRAIN))));
    }
  }

  private static String first(Collection<String> ids) {
    return String.join(", ", ids.stream().limit(3).map(id -> "'" + id + "'").toList());
  }

  private void noteMissing() {
    if (!logits.containsKey(Split.VALIDATION)) {
      notes.add(
          source.text()
              + ": no scores of the validation split, so its calibration and class gaps are not known, no temperature can be fitted, and the order of its classes was checked on training rows alone");
    }
    if (!logits.containsKey(Split.TEST)) {
      notes.add(
          source.text()
              + ": no scores of the test split, so its own metrics on test are not known");
    }
  }

  @Override
  public Optional<float[]> logits(Split split) {
    return Optional.ofNullable(logits.get(split));
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() {
    logits.clear();
  }
}
