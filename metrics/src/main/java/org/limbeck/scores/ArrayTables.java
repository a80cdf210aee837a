package org.limbeck.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.scores.array.ArrayFile;
import org.limbeck.scores.array.FileArray;
import org.limbeck.scores.column.ClassCells;
import org.limbeck.scores.column.FoundText;
import org.limbeck.scores.column.HeaderText;
import org.limbeck.scores.column.KindFinder;
import org.limbeck.scores.column.RowIds;

/** Tables of the arrays of a file: npy with labels elsewhere, npz, safetensors. */
final class ArrayTables {
  /** The metadata that names the data the scores are of. */
  private static final String FINGERPRINT = "fingerprint";

  private final ArrayFile file;
  private final TableRequest request;
  private final List<String> used = new ArrayList<>();
  private final List<String> names;

  private ArrayTables(ArrayFile file, TableRequest request) {
    this.file = file;
    this.request = request;
    refuseGroups();
    names = classNames();
  }

  static ScoreTable read(ArrayFile file, TableRequest request) {
    return new ArrayTables(file, request).table();
  }

  static ScoreFile scores(ArrayFile file, TableRequest request) {
    return new ArrayTables(file, request).scoreFile();
  }

  private void refuseGroups() {
    if (request.group().isPresent()) {
      throw new LimbeckException(
          file.shown()
              + ": a file of arrays has no column of groups; leave --group out or give a CSV file");
    }
  }

  private List<String> classNames() {
    Optional<String> array = ArrayRoles.classes(file);
    if (!request.classNames().isEmpty() || array.isEmpty()) {
      return request.classNames();
    }
    used.add(array.get());
    LabelColumn found = LabelFile.of(file.read(array.get()));
    return IntStream.range(0, found.size()).mapToObj(found::text).toList();
  }

  private ScoreTable table() {
    Optional<ArrayScores> scores = scores();
    LabelColumn labels = labels(scores);
    OptionalInt m =
        scores
            .map(found -> OptionalInt.of(found.matrix().classes()))
            .orElse(request.expectedClasses());
    var cells = new ClassCells(names, m);
    int[] codes = codes(cells, labels);
    Optional<LabelColumn> predictions = predictions(scores.isPresent());
    predictions.ifPresent(given -> requireRows(given, labels));
    Optional<int[]> predicted = predictions.map(given -> codes(cells, given));
    ClassCells.Found classes = cells.found();
    requireClasses(classes, m);
    Optional<List<String>> ids = ids(labels.size());
    int[] best = scores.map(ArrayScores::predictions).orElse(new int[0]);
    return new ScoreTable(
            file.shown(),
            classes.classes(),
            classes.of(codes),
            predicted.map(classes::of).orElse(best),
            scores.map(ArrayScores::scores).orElseGet(Scores.None::new),
            Optional.empty(),
            Optional.ofNullable(file.metadata().get(FINGERPRINT)))
        .withClassNames(classes.names())
        .withIds(ids)
        .withFound(found(labels, cells, predictions, scores, ids));
  }

  private ScoreFile scoreFile() {
    ArrayScores scores =
        scores().orElseThrow(() -> missing("scores", "an array 'logits' or 'probabilities'"));
    Optional<List<String>> ids = ids(scores.matrix().rows());
    var found = new FoundText(scores.matrix().rows());
    addScores(found, scores);
    ids.ifPresent(list -> found.add("ids", used.get(used.size() - 1)));
    return new ScoreFile(
        file.shown(), scores.kind(), names, ids, scores.matrix(), found.leaving(leftOut()));
  }

  /** The scores; an npy file of one dimension has predictions instead. */
  private Optional<ArrayScores> scores() {
    Optional<String> name = ArrayRoles.scores(file, request);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    FileArray array = file.read(name.get());
    boolean single = array.columns() == 1 && array.shape().size() <= 2;
    if (name.get().isEmpty() && single && request.content() == TableRequest.Content.PREDICTIONS) {
      return Optional.empty();
    }
    used.add(name.get());
    if (array.shape().size() == 2) {
      requireColumns(array);
    }
    return Optional.of(ArrayScores.of(array, ArrayRoles.kind(name.get(), request), names));
  }

  private void requireColumns(FileArray array) {
    int expected = names.isEmpty() ? request.classes().orElse(array.columns()) : names.size();
    if (expected != array.columns()) {
      throw new LimbeckException(
          "%s: expected scores of %d classes, found %d; correct the number of classes or leave it out"
              .formatted(array.place(), expected, array.columns()));
    }
  }

  private LabelColumn labels(Optional<ArrayScores> scores) {
    LabelColumn labels = request.labels().map(from -> LabelFile.read(from, request)).orElse(null);
    if (labels == null) {
      String name =
          ArrayRoles.label(file, request)
              .orElseThrow(() -> missing("labels", "an array 'labels', or --labels FILE"));
      used.add(name);
      labels = LabelFile.of(file.read(name));
    }
    int rows = scores.map(found -> found.matrix().rows()).orElse(labels.size());
    if (rows != labels.size() || rows == 0) {
      throw new LimbeckException(
          "%s: labels have shape [%d] beside %d rows of scores; give one label for each row"
              .formatted(labels.from(), labels.size(), rows));
    }
    return labels;
  }

  private Optional<LabelColumn> predictions(boolean scored) {
    if (scored && request.content() == TableRequest.Content.SCORES) {
      return Optional.empty();
    }
    Optional<String> name =
        file.names().equals(List.of(""))
            ? Optional.of("").filter(only -> !scored)
            : ArrayRoles.prediction(file, request);
    if (name.isEmpty() && !scored) {
      throw missing("scores", "an array 'logits', 'probabilities' or 'predictions'");
    }
    name.ifPresent(used::add);
    return name.map(array -> LabelFile.of(file.read(array)));
  }

  private static void requireRows(LabelColumn predictions, LabelColumn labels) {
    if (predictions.size() != labels.size()) {
      throw new LimbeckException(
          "%s: %,d predictions beside %,d labels; give one for each row"
              .formatted(predictions.from(), predictions.size(), labels.size()));
    }
  }

  private static int[] codes(ClassCells cells, LabelColumn column) {
    var codes = new int[column.size()];
    for (int i = 0; i < codes.length; i++) {
      int row = i;
      codes[i] = cells.code(column.text(i), problem -> column.error(row, problem));
    }
    return codes;
  }

  private void requireClasses(ClassCells.Found classes, OptionalInt expected) {
    if (expected.orElse(classes.classes()) != classes.classes()) {
      throw new LimbeckException(
          "%s: %d classes are expected, but the labels have %d names; name all classes in the order of the scores with --classes"
              .formatted(file.shown(), expected.orElseThrow(), classes.classes()));
    }
  }

  private Optional<List<String>> ids(int rows) {
    Optional<String> name = ArrayRoles.ids(file, request);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    used.add(name.get());
    LabelColumn column = LabelFile.of(file.read(name.get()));
    if (column.size() != rows) {
      throw new LimbeckException(
          "%s: %,d ids beside %,d rows; give one for each row"
              .formatted(column.from(), column.size(), rows));
    }
    var ids = new RowIds();
    for (int i = 0; i < rows; i++) {
      int row = i;
      ids.add(column.text(i), problem -> column.error(row, problem));
    }
    return Optional.of(ids.list());
  }

  private String found(
      LabelColumn labels,
      ClassCells cells,
      Optional<LabelColumn> predictions,
      Optional<ArrayScores> scores,
      Optional<List<String>> ids) {
    var found = new FoundText(labels.size());
    found.add("labels", labels.from() + (cells.isNamed() ? " (names)" : " (class indices)"));
    predictions.ifPresent(column -> found.add("predictions", column.from()));
    scores.ifPresent(array -> addScores(found, array));
    ids.ifPresent(list -> found.add("ids", used.get(used.size() - 1)));
    return found.leaving(leftOut());
  }

  private static void addScores(FoundText found, ArrayScores scores) {
    found.add(KindFinder.text(scores.kind(), scores.said()), scores.matrix().array().place());
  }

  private List<String> leftOut() {
    return file.names().stream().filter(name -> !used.contains(name)).toList();
  }

  private LimbeckException missing(String what, String needed) {
    List<String> all = file.names();
    return new LimbeckException(
        "%s: no %s; it needs %s%s"
            .formatted(
                file.shown(),
                what,
                needed,
                all.equals(List.of(""))
                    ? ""
                    : "; it has "
                        + HeaderText.list(all)
                        + ", which --scores, --label, --prediction and --id can name"));
  }
}
