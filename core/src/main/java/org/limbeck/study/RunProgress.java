package org.limbeck.study;

import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainingListener;

/** Reports one run to the study's listener, its steps twice a second at most. */
final class RunProgress implements TrainingListener {
  private static final long PAUSE_NANOS = 500_000_000;

  private final RunTask task;
  private final StudyListener listener;
  private double reported;
  private long lastReport = System.nanoTime();

  RunProgress(RunTask task, StudyListener listener) {
    this.task = task;
    this.listener = listener;
  }

  @Override
  public void onBegin(double epochsDone, int epochs) {
    if (epochsDone > 0) {
      listener.onResume(task.spec(), epochsDone * task.workOfAnEpoch());
      reported = epochsDone;
    }
  }

  @Override
  public void onStep(double epochsDone) {
    if (System.nanoTime() - lastReport > PAUSE_NANOS) {
      report(epochsDone);
    }
  }

  @Override
  public void onEpoch(EpochRecord epoch, int epochs) {
    report(epoch.epoch());
    listener.onEpoch(task.spec(), epoch);
  }

  private void report(double epochsDone) {
    listener.onProgress(task.spec(), (epochsDone - reported) * task.workOfAnEpoch());
    reported = epochsDone;
    lastReport = System.nanoTime();
  }
}
