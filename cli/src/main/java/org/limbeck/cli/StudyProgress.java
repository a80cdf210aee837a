package org.limbeck.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.limbeck.study.Parallelism;
import org.limbeck.study.RunRecord;
import org.limbeck.study.RunSpec;
import org.limbeck.study.StudyListener;
import org.limbeck.train.EpochRecord;

/** Shows a study's progress on standard error: a bar on a terminal, plain lines elsewhere. */
final class StudyProgress implements StudyListener, AutoCloseable {
  /** Set by the launcher, which knows what standard error is. */
  private static final boolean TERMINAL = Boolean.getBoolean("limbeck.terminal");

  private static final double LINE_SECONDS = 10;

  private final PrintWriter err;
  private final boolean quiet;
  private @Nullable ProgressBar bar;
  private long epochs;
  private long epochsDone;
  private long epochsResumed;
  private int runs;
  private int runsDone;
  private long begin;
  private long lastLine;

  StudyProgress(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  @Override
  public synchronized void onBegin(int runs, int finished, long epochs) {
    this.runs = runs;
    this.epochs = epochs;
    runsDone = finished;
    begin = System.nanoTime();
    lastLine = begin;
    if (quiet) {
      return;
    }
    if (finished > 0) {
      line("%d of %d runs are done already".formatted(finished, runs));
    }
    if (epochs > 0 && TERMINAL) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Training")
              .setInitialMax(epochs)
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
  public synchronized void onResume(RunSpec spec, int done) {
    epochsDone += done;
    epochsResumed += done;
    if (bar != null) {
      bar.stepBy(done);
    }
  }

  @Override
  public synchronized void onEpoch(RunSpec spec, EpochRecord epoch) {
    epochsDone++;
    if (bar != null) {
      bar.step();
    } else if (!quiet && secondsSince(lastLine) > LINE_SECONDS) {
      lastLine = System.nanoTime();
      double left = secondsSince(begin) * (epochs - epochsDone) / (epochsDone - epochsResumed);
      line(
          String.format(
              Locale.ROOT,
              "%d %% trained, %d of %d runs done, about %.0f s left",
              100 * epochsDone / epochs,
              runsDone,
              runs,
              left));
    }
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
      err.println("limbeck: " + text);
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
