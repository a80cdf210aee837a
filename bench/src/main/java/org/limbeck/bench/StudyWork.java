package org.limbeck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.base.AtomicFiles;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Schedule;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.store.History;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.study.LocalLauncher;
import org.limbeck.study.Parallelism;
import org.limbeck.study.RunOptions;
import org.limbeck.study.StudyListener;
import org.limbeck.study.StudyRunner;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainOptions;

/** A whole study of a few epochs a run on long-tailed CIFAR-10, a run on each thread. */
final class StudyWork implements Images.Work {
  private static final List<String> ALL = List.of("standard", "balanced", "robust");

  private final String teacher;
  private final String student;
  private final boolean grid;
  private final int epochs;

  private StudyWork(String teacher, String student, boolean grid, int epochs) {
    this.teacher = teacher;
    this.student = student;
    this.grid = grid;
    this.epochs = epochs;
  }

  /**
   * Three teachers, each with three students; the teachers' training counts, and so does the
   * evaluation at the end of each run, which is a small share of a real run of 30 epochs or more.
   */
  static StudyWork grid(String teacher, String student) {
    return new StudyWork(teacher, student, true, 4);
  }

  /**
   * One teacher and six students, of which the first fill the score cache. The teacher is trained
   * before, for one epoch: how good it is does not matter to the speed of its students.
   */
  static StudyWork sixStudents(String teacher, String student) {
    return new StudyWork(teacher, student, false, 2);
  }

  @Override
  public void measure(ImageSettings settings, Map<String, Object> result) {
    Path directory = temporary();
    try {
      StudyPlan plan = plan(settings);
      var runner =
          new StudyRunner(
              new LocalLauncher(settings.threads()),
              StudyListener.NONE,
              () -> false,
              Parallelism.of(settings.threads(), 1),
              new RunOptions(ComputeDevice.CPU, 20));
      if (!grid) {
        keepTeacher(runner.run(withOneStudent(plan), directory).runs(), directory);
      }
      long start = System.nanoTime();
      List<RunRecord> runs = runner.run(plan, directory).runs();
      report(runs, (System.nanoTime() - start) / 1e9, result);
      result.put("training_images_per_second", settings.threads() * trainingRate(runs, directory));
    } finally {
      AtomicFiles.delete(directory);
    }
  }

  /** A smaller study with the same teacher. */
  private static StudyPlan withOneStudent(StudyPlan plan) {
    RolePlan one = role(Role.STUDENT, "resnet8", List.of("standard"), List.of(0.5), 1);
    return plan.toBuilder().student(one).build();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("limbeck-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keepTeacher(List<RunRecord> runs, Path directory) {
    runs.stream()
        .filter(run -> run.spec().teacher() != null)
        .forEach(run -> AtomicFiles.delete(directory.resolve("runs").resolve(run.id())));
    AtomicFiles.delete(directory.resolve("scores"));
  }

  /**
   * Images that a student trains on in a second of its epochs; the teacher's scoring and the passes
   * over the validation split are in them, the evaluation at the end of the run is not.
   */
  private double trainingRate(List<RunRecord> runs, Path directory) {
    List<EpochRecord> done =
        runs.stream()
            .filter(run -> run.spec().teacher() != null)
            .map(run -> new RunDirectory(directory, run.id()).file(RunDirectory.HISTORY))
            .flatMap(file -> History.read(file).stream())
            .toList();
    double seconds = done.stream().mapToDouble(EpochRecord::seconds).sum();
    return (double) done.size() / epochs * images(runs) / seconds;
  }

  /** Images that one run trains on. */
  private long images(List<RunRecord> runs) {
    List<Integer> counts = runs.get(0).data().trainCounts();
    return epochs * counts.stream().mapToLong(Integer::longValue).sum();
  }

  private void report(List<RunRecord> runs, double seconds, Map<String, Object> result) {
    long students = runs.stream().filter(run -> run.spec().teacher() != null).count();
    long images = images(runs);
    result.put("images_per_second", students * images / seconds);
    result.put("seconds_per_grid", seconds);
    result.put("teachers", runs.size() - students);
    result.put("teacher_images", images);
    result.put("students", students);
    result.put("student_images", images);
  }

  private StudyPlan plan(ImageSettings settings) {
    List<Double> alphas = grid ? List.of(0.5) : List.of(0.25, 0.5, 0.75, 1.0);
    RolePlan teachers =
        grid
            ? role(Role.TEACHER, teacher, ALL, List.of(0.5), epochs)
            : role(Role.TEACHER, teacher, List.of("standard"), List.of(0.5), 1);
    RolePlan students = role(Role.STUDENT, student, ALL, alphas, epochs);
    return StudyPlan.builder("bench", settings.longTailed(), List.of(0L), teachers, students)
        .baseline(false)
        .build();
  }

  private static RolePlan role(
      Role role, String network, List<String> objectives, List<Double> alphas, int epochs) {
    var spec = NetworkSpec.parse(network);
    TrainOptions usual = TrainDefaults.of(spec);
    var options =
        usual.toBuilder()
            .epochs(epochs)
            .schedule(new Schedule(Schedule.Kind.COSINE, 0.1, List.of(), 0.1))
            .validateEvery(0)
            .build();
    return RolePlan.builder(role, spec)
        .objectives(objectives)
        .alphas(alphas)
        .train(options)
        .build();
  }
}
