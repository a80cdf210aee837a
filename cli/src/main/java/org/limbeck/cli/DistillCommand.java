package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.data.OptionList;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.plan.StudyPlan;
import org.limbeck.table.TableDescription;
import org.limbeck.workflow.ClassList;
import org.limbeck.workflow.DataName;
import org.limbeck.workflow.Distill;
import org.limbeck.workflow.DistillBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limbeck distill}: one distillation, as a study, without a study file. */
@Command(
    name = "distill",
    mixinStandardHelpOptions = true,
    description = {
      "Distils a teacher into a small student, without a study file.",
      "Writes the study.yaml that it stands for and runs it; the same command again resumes.",
      "Example: limbeck distill --data train.parquet --label y --teacher teacher.onnx"
          + " --student 'mlp 64' --objective robust:0.5 -o out"
    })
final class DistillCommand implements Callable<Integer> {
  private static final int MOST_EPOCHS = 100_000;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATA",
      description =
          "A table (.csv, .tsv, .parquet, .jsonl), or a pattern of them in quotes; a source, such as"
              + " digits; a folder with a folder of pictures for each class; or a study file"
              + " (.yaml), whose data are meant.")
  private String data = "";

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "A table for test (default: a quarter of each class).")
  private @Nullable String test;

  @Mixin private TableRoles roles = new TableRoles();

  @Mixin private TeacherOptions teachers = new TeacherOptions();

  @Option(
      names = "--classes",
      paramLabel = "A,B,...|FILE",
      description = "The classes in their order, which is that of the teacher's scores.")
  private @Nullable String classes;

  @Option(
      names = "--student",
      paramLabel = "NETWORK",
      description = "Like 'mlp 64' or 'resnet8 x0.5' (default: one that fits the data).")
  private @Nullable String student;

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      split = ",",
      description =
          "standard, balanced, robust or robust:ALPHA; may be repeated (default: standard, balanced"
              + " and robust:0.5).")
  private List<String> objectives = List.of();

  @Option(
      names = "--scores",
      paramLabel = "MODE",
      description =
          "How the teacher's scores are used: raw, uncosted, temperature (default) or per-class.")
  private @Nullable String scores;

  @Option(
      names = "--seeds",
      paramLabel = "N,N",
      split = ",",
      description = "Seeds of training (default: 0,1,2).")
  private List<Long> seeds = List.of();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data (default: 100; 30 for image networks).")
  private @Nullable Integer epochs;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the study is kept (default: runs/<name of the data>).")
  private @Nullable Path output;

  private final List<String> idColumns = new ArrayList<>();

  @Mixin private StudyRun run = new StudyRun();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return KeyHints.explaining(
        () -> {
          Distill distill = distill();
          StudyPlan plan = run.onDevice(distill.plan());
          return run.run(
              plan,
              output == null ? Path.of("runs", plan.name()) : output,
              comments(distill),
              spec.commandLine().getOut(),
              spec.commandLine().getErr(),
              KeyHints::ofOptions);
        });
  }

  private Distill distill() {
    ClassList order = classes();
    DataPlan plan = plan(order);
    boolean ordered = plan.options().containsKey("classes");
    DistillBuilder builder = Distill.of(plan);
    teachers
        .teachers(Optional.ofNullable(roles.id()), ordered ? List.of() : order.names())
        .forEach(builder::teacher);
    Optional.ofNullable(student).map(NetworkSpec::parse).ifPresent(builder::student);
    objectives.forEach(builder::objective);
    Optional.ofNullable(scores)
        .map(mode -> Words.parse("--scores", mode, ScoreMode.class))
        .ifPresent(builder::scores);
    if (!seeds.isEmpty()) {
      StudyCommand.requireDistinct(seeds);
      builder.seeds(seeds);
    }
    requireEpochs();
    Optional.ofNullable(epochs).ifPresent(builder::epochs);
    if (!run.quiet()) {
      builder.decoding(new DecodingLine(spec.commandLine().getErr()));
    }
    return builder.build();
  }

  private ClassList classes() {
    if (classes == null) {
      return ClassList.UNKNOWN;
    }
    ClassList list = ClassList.parse("--classes", classes);
    if (list.names().isEmpty()) {
      throw new LimbeckException(
          "--classes: expected names between commas, or a file with a name on each line; found "
              + classes);
    }
    return list;
  }

  private DataPlan plan(ClassList order) {
    Map<String, String> options = new LinkedHashMap<>(roles.options());
    if (test != null) {
      options.put("test", test);
    }
    if (!TableDescription.reads(data)) {
      return DataName.plan(data, options);
    }
    if (!order.names().isEmpty()) {
      options.put("classes", OptionList.of(order.names()));
    }
    Map<String, String> labelled = TableRoles.labelled(data, options);
    return DataName.plan(data, roles.withoutIds(data, labelled, this::leaveOut));
  }

  /** Says it however quiet the command is: the table has a column that the student will not. */
  private void leaveOut(String column) {
    idColumns.add(column);
    spec.commandLine()
        .getErr()
        .printf(
            "limbeck: note: column '%s' looks like an id, so it is not a feature; --keep %s makes it one%n",
            column, column);
    spec.commandLine().getErr().flush();
  }

  private Map<String, String> comments(Distill distill) {
    if (idColumns.isEmpty()) {
      return distill.comments();
    }
    Map<String, String> comments = new LinkedHashMap<>(distill.comments());
    comments.put(
        "data.ignore",
        "Left out by Limbeck, since they look like ids: %s. To keep one: --keep COLUMN."
            .formatted(String.join(", ", idColumns)));
    return comments;
  }

  private void requireEpochs() {
    if (epochs != null && (epochs < 1 || epochs > MOST_EPOCHS)) {
      throw new LimbeckException(
          "--epochs: expected 1 to %,d, found %d".formatted(MOST_EPOCHS, epochs));
    }
  }
}
