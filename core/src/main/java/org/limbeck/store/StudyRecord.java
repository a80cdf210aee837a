package org.limbeck.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code study.json} holds: which runs a finished study consists of, and what was exported.
 *
 * @param formatVersion of the study directory
 * @param name of the study
 * @param runs ids in the order of the plan; empty until all are finished
 * @param exported SHA-256 of each exported file by its name, with the exported run's id under
 *     {@code run}; empty if nothing was selected
 */
public record StudyRecord(
    int formatVersion, String name, List<String> runs, Map<String, String> exported) {
  public StudyRecord {
    runs = List.copyOf(runs);
    exported = Collections.unmodifiableMap(new TreeMap<>(exported));
  }
}
