package org.limbeck.plan.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limbeck.plan.TeacherPlan;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Problems;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.key.YamlParser;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble.Combination;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/** Reads the section of one teacher that was trained elsewhere. */
public final class ForeignSection {
  /** The keys that say where scores come from: a teacher has one of them. */
  private static final List<String> SOURCES =
      Stream.of(ForeignKeys.ONNX, ForeignKeys.TORCHSCRIPT, ForeignKeys.SCORES, ForeignKeys.ENSEMBLE)
          .map(Entry::name)
          .toList();

  private static final ForeignSource STAND_IN =
      new ForeignSource.OnnxModel(Path.of("model.onnx"), ModelInput.FOUND, ModelOutput.FOUND);

  private final Section section;
  private final NamedFiles files;

  private ForeignSection(Section section, Path folder) {
    this.section = section;
    files = new NamedFiles(folder);
  }

  /**
   * Reads all keys; the caller ends the section.
   *
   * @param folder that file names are relative to
   * @return empty, with a problem, where the section describes no teacher
   */
  public static Optional<ForeignTeacher> read(Section section, Path folder) {
    return new ForeignSection(section, folder).teacher();
  }

  /**
   * Reads the keys of {@code input} alone.
   *
   * @param text a mapping like {@code {scale: 0.5}}
   * @param place of the text, for messages
   */
  public static ModelInput input(String text, String place) {
    return alone(text, place, PortKeys::input);
  }

  /**
   * Reads the keys of {@code output} alone.
   *
   * @param text a mapping like {@code {kind: logits}}
   * @param place of the text, for messages
   * @param folder that file names are relative to
   */
  public static ModelOutput output(String text, String place, Path folder) {
    return alone(text, place, section -> PortKeys.output(section, new NamedFiles(folder)));
  }

  private static <T> T alone(String text, String place, Function<Section, T> reader) {
    var problems = new Problems(place);
    T read = reader.apply(Section.root(problems, YamlParser.parse(text, place)));
    problems.throwIfAny();
    return read;
  }

  /** The keys of {@code section} that only a teacher from elsewhere has. */
  public static List<String> keysIn(Section section) {
    return ForeignKeys.KEYS.stream().map(Entry::name).distinct().filter(section::has).toList();
  }

  private Optional<ForeignTeacher> teacher() {
    ForeignKeys.KEYS.forEach(key -> section.read(key.name()));
    String name = ForeignKeys.NAME.read(section, "");
    TrainedOn trainedOn = ForeignKeys.TRAINED_ON.read(section, TrainedOn.UNKNOWN);
    Optional<ForeignSource> source = source(SOURCES);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    var teacher =
        new ForeignTeacher(
            ForeignKeys.NAME.in(section) ? name : ForeignKeys.usualName(source.get()),
            source.get(),
            trainedOn);
    return section.build(
        () -> {
          TeacherPlan.recipe(teacher);
          return Optional.of(teacher);
        },
        Optional.of(new ForeignTeacher("teacher", STAND_IN, TrainedOn.UNKNOWN)));
  }

  private Optional<ForeignSource> source(List<String> kinds) {
    List<String> given = kinds.stream().filter(section::has).toList();
    if (given.isEmpty()) {
      section.problem(
          ForeignKeys.ONNX.name(),
          "missing; name a model with it, or a teacher's " + others(kinds));
      return Optional.empty();
    }
    if (given.size() > 1) {
      section.problem(
          given.get(1), "a teacher has one source, and '%s' is one".formatted(given.get(0)));
    }
    String kind = given.get(0);
    only(ForeignKeys.TRUST, kind.equals("torchscript"), "torchscript");
    only(ForeignKeys.ID, kind.equals("scores"), "scores");
    only(ForeignKeys.INPUT, kind.equals("onnx") || kind.equals("torchscript"), "a model");
    only(ForeignKeys.OUTPUT, !kind.equals("ensemble"), "a model or scores");
    only(ForeignKeys.WEIGHTS, kind.equals("ensemble"), "ensemble");
    return switch (kind) {
      case "onnx" -> onnx();
      case "torchscript" -> torchScript();
      case "scores" -> scores();
      default -> ensemble();
    };
  }

  private static String others(List<String> kinds) {
    List<String> others = kinds.subList(1, kinds.size());
    return String.join(", ", others.subList(0, others.size() - 1))
        + " or "
        + others.get(others.size() - 1);
  }

  private void only(Entry<ForeignSource> key, boolean allowed, String where) {
    section.read(key.name());
    if (!allowed && section.has(key.name())) {
      section.problem(key.name(), "only " + where + " has it; leave it out");
    }
  }

  private Optional<ForeignSource> onnx() {
    String key = ForeignKeys.ONNX.name();
    Optional<Path> file = files.file(section, key);
    file.ifPresent(found -> refuseTorch(key, found, true));
    return file.map(found -> new ForeignSource.OnnxModel(found, input(), output()));
  }

  private Optional<ForeignSource> torchScript() {
    String key = ForeignKeys.TORCHSCRIPT.name();
    Optional<Path> file = files.file(section, key);
    file.ifPresent(found -> refuseTorch(key, found, false));
    if (!ForeignKeys.TRUST.read(section, false)) {
      section.problem(
          ForeignKeys.TRUST.name(),
          "a TorchScript file can run any code, and Limbeck cannot prevent that; set trust:"
              + " true if you trust its maker, or export it to ONNX with torch.onnx.export");
    }
    return file.map(found -> new ForeignSource.TorchScriptModel(found, input(), output()));
  }

  /** Refuses what is named by its ending as another format of PyTorch. */
  private void refuseTorch(String key, Path file, boolean onnx) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pt2")) {
      section.problem(
          key, file + ": a .pt2 file is not read; export to ONNX with torch.onnx.export");
    } else if (onnx && (name.endsWith(".pt") || name.endsWith(".pth"))) {
      section.problem(
          key,
          file
              + ": not an ONNX model by its name; export to ONNX with torch.onnx.export, or name a"
              + " TorchScript model with torchscript");
    }
  }

  private Optional<ForeignSource> scores() {
    String id = ForeignKeys.ID.read(section, "");
    Optional<String> column = Optional.of(id).filter(text -> !text.isEmpty());
    if (!section.isMapping(ForeignKeys.SCORES.name())) {
      return files
          .file(section, ForeignKeys.SCORES.name())
          .map(file -> new ForeignSource.ScoreFiles(file, Optional.empty(), column, output()));
    }
    Section parts = ForeignKeys.SCORE_FILES.below(section);
    ForeignKeys.SCORE_FILES.keys().forEach(key -> parts.read(key.name()));
    Optional<Path> train = files.file(parts, "train");
    Optional<Path> validation = optional(parts, "validation");
    Optional<Path> test = optional(parts, "test");
    parts.finish();
    return train.map(
        file -> new ForeignSource.ScoreFiles(file, validation, test, column, output()));
  }

  private Optional<Path> optional(Section parts, String key) {
    return parts.has(key) ? files.file(parts, key) : Optional.empty();
  }

  private Optional<ForeignSource> ensemble() {
    Combination combination = ForeignKeys.WEIGHTS.read(section, Combination.MEAN_PROBABILITY);
    String key = ForeignKeys.ENSEMBLE.name();
    List<Section> entries = section.entries(key, ForeignKeys.ONNX.name());
    List<ForeignSource> members = new ArrayList<>();
    for (Section entry : entries) {
      ForeignKeys.ENSEMBLE.keys().forEach(known -> entry.read(known.name()));
      new ForeignSection(entry, files.folder())
          .source(SOURCES.subList(0, SOURCES.size() - 1))
          .ifPresent(members::add);
      entry.finish();
    }
    if (entries.size() == 1 || (section.isList(key) && entries.isEmpty())) {
      section.problem(key, "expected two teachers or more");
    }
    return members.size() < 2
        ? Optional.empty()
        : Optional.of(new ForeignSource.Ensemble(members, combination));
  }

  private ModelInput input() {
    return PortKeys.input(ForeignKeys.INPUT.below(section));
  }

  private ModelOutput output() {
    return PortKeys.output(ForeignKeys.OUTPUT.below(section), files);
  }
}
