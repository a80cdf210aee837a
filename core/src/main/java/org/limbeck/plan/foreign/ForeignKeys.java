package org.limbeck.plan.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble;
import org.limbeck.teacher.foreign.ForeignSource.OnnxModel;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;
import org.limbeck.teacher.foreign.ForeignSource.TorchScriptModel;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/** The keys of a teacher that was trained elsewhere. */
public final class ForeignKeys {
  static final Key<ForeignTeacher, String> NAME =
      new Key<>(
          "name",
          Kind.TEXT,
          "Its row in tables; the name of its file where left out.",
          ForeignTeacher::name);
  static final Key<ForeignSource, String> ONNX =
      file(
          "onnx",
          "A model, or a Triton model folder with `config.pbtxt`; scored in a child process.",
          source -> source instanceof OnnxModel model ? model.file() : null);
  static final Key<ForeignSource, String> TORCHSCRIPT =
      file(
          "torchscript",
          "A TorchScript model; needs `trust`. Scored in a child process.",
          source -> source instanceof TorchScriptModel model ? model.file() : null);
  static final Key<ForeignSource, Boolean> TRUST =
      new Key<>(
          "trust",
          Kind.FLAG,
          "That you trust the maker of a TorchScript file, which can run any code.",
          source -> source instanceof TorchScriptModel ? true : null);
  static final Key<ForeignSource, String> SCORES =
      file(
          "scores",
          "A file of scores of the training rows, where there are none of other parts.",
          source -> source instanceof ScoreFiles files && !hasParts(files) ? files.train() : null);
  private static final Key<ScoreFiles, String> TRAIN =
      new Key<>(
              "train",
              kindOfFile(),
              "Scores of the rows of the source's training part, validation included; of all rows"
                  + " where it has no test part.",
              (ScoreFiles files) -> files.train().toString())
          .required("missing; name the file with the scores of the training rows");
  private static final Key<ScoreFiles, String> VALIDATION =
      new Key<>(
          "validation",
          kindOfFile(),
          "Scores of the rows of the source's validation part, where it has one of its own.",
          files -> files.validation().map(Path::toString).orElse(null));
  private static final Key<ScoreFiles, String> TEST =
      new Key<>(
          "test",
          kindOfFile(),
          "Scores of the rows of the source's test part.",
          files -> files.test().map(Path::toString).orElse(null));
  static final Entry.Part<ForeignSource, ScoreFiles> SCORE_FILES =
      new Entry.Part<>(
          "scores",
          "Files of scores, as the teacher gave them.",
          List.of(TRAIN, VALIDATION, TEST),
          source -> source instanceof ScoreFiles files && hasParts(files) ? files : null);
  static final Key<ForeignSource, String> ID =
      new Key<>(
          "id",
          Kind.TEXT,
          "The column of ids in files of scores, to join rows by; by row number where left out.",
          source -> source instanceof ScoreFiles files ? files.id().orElse(null) : null);
  static final Entry.Part<ForeignSource, ModelInput> INPUT =
      new Entry.Part<>(
          "input",
          "What a model gets; what is left out is found from the model.",
          PortKeys.INPUT,
          source -> PortKeys.written(input(source)));
  static final Entry.Part<ForeignSource, ModelOutput> OUTPUT =
      new Entry.Part<>(
          "output",
          "What a model gives, or what the scores in files are; what is left out is found.",
          PortKeys.OUTPUT,
          source -> PortKeys.written(output(source)));

  private static final List<Entry<ForeignSource>> SOURCE =
      List.of(ONNX, TORCHSCRIPT, TRUST, SCORES, SCORE_FILES, ID, INPUT, OUTPUT);

  static final Entry.Items<ForeignSource, ForeignSource> ENSEMBLE =
      new Entry.Items<>(
          "ensemble",
          "Several teachers that score together, two or more.",
          SOURCE,
          source -> source instanceof Ensemble ensemble ? ensemble.members() : List.of());
  static final Key<ForeignSource, Ensemble.Combination> WEIGHTS =
      new Key<>(
          "weights",
          Kind.word(Ensemble.Combination.class),
          "How the scores of an ensemble become one: the mean of the probabilities (where left out)"
              + " or of their logarithms, or the mixture that fits the labels of validation best.",
          source -> source instanceof Ensemble ensemble ? ensemble.combination() : null);
  static final Key<ForeignTeacher, TrainedOn> TRAINED_ON =
      new Key<>(
          "trainedOn",
          Kind.word(TrainedOn.class),
          "Which examples of the study it may have learned from: none (`other`), those of training,"
              + " or those of training and validation. Changes no run: the report says what it means.",
          teacher -> teacher.trainedOn() == TrainedOn.UNKNOWN ? null : teacher.trainedOn());

  /** All keys, in the order in which they are written. */
  public static final List<Entry<ForeignTeacher>> KEYS = keys();

  private ForeignKeys() {}

  private static List<Entry<ForeignTeacher>> keys() {
    List<Entry<ForeignTeacher>> keys = new ArrayList<>(List.of(NAME));
    keys.addAll(Entry.within(SOURCE, ForeignTeacher::source));
    keys.add(ENSEMBLE.within(ForeignTeacher::source));
    keys.add(WEIGHTS.within(ForeignTeacher::source));
    keys.add(TRAINED_ON);
    return List.copyOf(keys);
  }

  private static Key<ForeignSource, String> file(
      String name, String help, Entry.Value<ForeignSource, Path> file) {
    return new Key<>(
        name,
        kindOfFile(),
        help,
        source -> {
          Path found = file.of(source);
          return found == null ? null : found.toString();
        });
  }

  private static Kind<String> kindOfFile() {
    return new Kind<>("file", Kind.TEXT.reader(), text -> text, true);
  }

  private static @Nullable ModelInput input(ForeignSource source) {
    if (source instanceof OnnxModel model) {
      return model.input();
    }
    return source instanceof TorchScriptModel model ? model.input() : null;
  }

  private static @Nullable ModelOutput output(ForeignSource source) {
    if (source instanceof OnnxModel model) {
      return model.output();
    }
    if (source instanceof TorchScriptModel model) {
      return model.output();
    }
    return source instanceof ScoreFiles files ? files.output() : null;
  }

  /** Whether the key at a path below a list of teachers, {@code [].onnx}, names a file. */
  public static boolean isFile(String path) {
    return path.matches(
        "\\[](\\.ensemble\\[])?\\.(onnx|torchscript|scores|scores\\.train|scores\\.validation|scores\\.test)");
  }

  private static boolean hasParts(ScoreFiles files) {
    return files.validation().isPresent() || files.test().isPresent();
  }

  /** The name of a teacher whose section has none: that of its file, as far as tables show it. */
  public static String usualName(ForeignSource source) {
    Optional<Path> file = file(source);
    String name = file.map(Path::getFileName).map(Path::toString).orElse("ensemble");
    int dot = name.indexOf('.', 1);
    String usable =
        (dot < 0 ? name : name.substring(0, dot))
            .replaceAll("[^A-Za-z0-9_+-]+", "-")
            .replaceFirst("^[^A-Za-z0-9]+", "");
    return usable.isEmpty() ? "teacher" : usable.substring(0, Math.min(64, usable.length()));
  }

  private static Optional<Path> file(ForeignSource source) {
    if (source instanceof OnnxModel model) {
      return Optional.of(model.file());
    }
    if (source instanceof TorchScriptModel model) {
      return Optional.of(model.file());
    }
    return source instanceof ScoreFiles files ? Optional.of(files.train()) : Optional.empty();
  }
}
