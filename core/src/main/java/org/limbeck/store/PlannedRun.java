package org.limbeck.store;

import org.jspecify.annotations.Nullable;

/**
 * One run of a plan.
 *
 * @param id of the run
 * @param spec what decides its outcome
 * @param asked whether the plan asks for it; if not, only runs that need it do
 * @param needs id of the run whose files it needs: a student's teacher, or the run whose scores it
 *     changes; null if it needs none
 */
public record PlannedRun(String id, RunSpec spec, boolean asked, @Nullable String needs) {
  static PlannedRun of(RunSpec spec, boolean asked) {
    RunSpec.TeacherLink link = spec.teacher();
    return new PlannedRun(spec.id(), spec, asked, link == null ? null : link.runId());
  }

  /** A post-hoc rule. */
  static PlannedRun after(PlannedRun trained, RunSpec spec, boolean asked) {
    return new PlannedRun(spec.id(), spec, asked, trained.id());
  }
}
