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
    RunSpec trained = spec.with(spec.recipe().trained());
    RunSpec.TeacherLink link = spec.teacher();
    String teacher = link == null ? null : link.runId();
    return new PlannedRun(spec.id(), spec, asked, spec.equals(trained) ? teacher : trained.id());
  }
}
