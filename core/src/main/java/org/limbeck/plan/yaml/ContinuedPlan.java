package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.plan.StudyPlan;

/**
 * A study file read for a directory that holds a study already.
 *
 * @param plan of the file, with the keys that it leaves out as in the directory
 * @param kept the keys left out whose value is not the default
 */
public record ContinuedPlan(StudyPlan plan, List<KeptKey> kept) {
  public ContinuedPlan {
    kept = List.copyOf(kept);
  }
}
