package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.PlanExtension;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.study.Parallelism;
import org.limbeck.study.StudyListener;

/** Shows a study's progress on standard error: a bar on a terminal, plain lines elsewhere. */
final class StudyProgress implements StudyListener, AutoCloseable {
  /** Set by the launcher, which knows what standard error is. */
  private static final boolean TERMINAL = Boolean.getBoolean("limbeck.terminal");

  private static final double LINE_SECONDS = 10;

  /** The bar counts in thousandths of the work. */
  private static final long BAR_STEPS = 1000;

  private final PrintWriter err;
  private final boolean quiet;
  private final UnaryOperator<String> notes;
  private final DecodingLine decoding;
  private @Nullable ProgressBar bar;
  private String extended = "";
  private double work;
  private double workDone;
  private double workResumed;
  private int runs;
  private int runsDone;
  private long begin;
  private long lastLine;

  /** Progress on a stream, with notes as they are. */
  StudyProgress(PrintWriter err, boolean quiet) {
    this(err, quiet, UnaryOperator.identity());
  }

  /**
   * Progress on a stream.
   *
   * @param notes words notes for the user of the command
   */
  StudyProgress(PrintWriter err, boolean quiet, UnaryOperator<String> notes) {
    this.err = err;
    this.notes = notes;
    decoding = new DecodingLine(err);
    this.quiet = quiet;
  }

  /** Says what the study adds to its directory; how many runs that makes is known at its begin. */
  synchronized void extending(Path directory, PlanExtension extension) {
    if (!extension.leftOut().isEmpty()) {
      line(
          "%s keeps the runs of %s, which are not in the table: the study leaves them out"
              .formatted(directory, String.join(", ", extension.leftOut())));
    }
    if (!extension.added().isEmpty()) {
      extended =
          "extends %s: new %s".formatted(directory, String.join(", new ", extension.added()));
    }
  }

  @Override
  public synchronized void onBegin(int runs, int finished, double work) {
    this.runs = runs;
    this.work = work;
    runsDone = finished;
    begin = System.nanoTime();
    lastLine = begin;
    if (quiet) {
      return;
    }
    if (!extended.isEmpty()) {
      int more = runs - finished;
      line("%s: %d new %s".formatted(extended, more, more == 1 ? "run" : "runs"));
    }
    if (finished > 0) {
      line("%d of %d runs are done already".formatted(finished, runs));
    }
    if (work > 0 && TERMINAL) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Training")
              .setInitialMax(BAR_STEPS)
              .setStyle(
                  System.getenv("NO_COLOR") == null
                      ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                      : ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .continuousUpdate()
              .build();
      bar.setExtraMessage(" %d/%d runs".formatted(runsDone, runs));
    }
  }

  @Override
  public void decoded(int done, int total) {
    if (!quiet) {
      decoding.decoded(done, total);
    }
  }

  @Override
  public synchronized void onNote(String note) {
    line("note: " + notes.apply(note));
  }

  @Override
  public void onParallelism(Parallelism parallelism) {
    if (parallelism.teacherThreads() > 1 || parallelism.studentThreads() > 1) {
      line("runs at a time: " + parallelism.text());
    }
  }

  @Override
  public synchronized void onDamaged(String runId) {
    line("run " + runId + " is damaged and will be done again");
  }

  @Override
  public synchronized void onResume(RunSpec spec, double done) {
    workResumed += done;
    add(done);
  }

  @Override
  public synchronized void onProgress(RunSpec spec, double done) {
    add(done);
    if (bar == null && !quiet && secondsSince(lastLine) > LINE_SECONDS) {
      lastLine = System.nanoTime();
      line(
          String.format(
              Locale.ROOT,
              "%.0f %% trained, %d of %d runs done, about %s left",
              Math.floor(100 * workDone / work),
              runsDone,
              runs,
              duration(secondsSince(begin) * (work - workDone) / (workDone - workResumed))));
    }
  }

  private void add(double done) {
    workDone += done;
    if (bar != null) {
      bar.stepTo(Math.round(BAR_STEPS * workDone / work));
    }
  }

  /** Seconds up to two minutes, minutes up to two hours, then hours. */
  private static String duration(double seconds) {
    if (seconds < 120) {
      return "%.0f s".formatted(seconds);
    }
    return seconds < 7200
        ? "%.0f min".formatted(seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  @Override
  public synchronized void onFinished(RunRecord run) {
    runsDone++;
    if (bar != null) {
      bar.setExtraMessage(" %d/%d runs".formatted(runsDone, runs));
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void line(String text) {
    if (!quiet) {
      warn(text);
    }
  }

  /** Prints a line, however quiet the study is. */
  void warn(String text) {
    err.println("limbeck: " + text);
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
