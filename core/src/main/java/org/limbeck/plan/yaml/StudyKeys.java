package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.data.DataKeys;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;

/** The keys of a study file. */
final class StudyKeys {
  static final Key<StudyPlan, String> NAME =
      new Key<>(
              "name",
              Kind.TEXT,
              "The name of the study and of its usual directory: letters, digits and `. _ -`.",
              StudyPlan::name)
          .required("missing");
  static final Entry.Part<StudyPlan, DataPlan> DATA =
      new Entry.Part<>(
          "data", "Which data, and how they are split.", DataKeys.KEYS, StudyPlan::data);
  static final Key<StudyPlan, List<Long>> SEEDS =
      new Key<>(
              "seeds",
              Kind.list("list of integers", "an integer", Scalars::whole),
              "Every combination is trained with each of these seeds.",
              StudyPlan::seeds)
          .required("missing");
  static final Entry.Part<StudyPlan, StudyPlan> TEACHER =
      new Entry.Part<>(
          "teacher",
          "The networks that learn from labels, or teachers that were trained elsewhere.",
          RoleKeys.TEACHER,
          plan -> plan);
  static final Entry.Part<StudyPlan, StudyPlan> STUDENT =
      new Entry.Part<>(
          "student", "The networks that learn from teachers.", RoleKeys.STUDENT, plan -> plan);
  static final Entry.Part<StudyPlan, SelectionPlan> SELECT =
      new Entry.Part<>(
          "select",
          "How the combination to ship is chosen, on validation.",
          SelectionKeys.KEYS,
          plan -> plan.selection().equals(SelectionPlan.DEFAULT) ? null : plan.selection());
  static final Key<StudyPlan, ComputeDevice> DEVICE =
      new Key<>(
          "device",
          Kind.scalar(
              "`auto`, `cpu`, or `cuda:0` and the like",
              "auto, cpu or cuda:N",
              ComputeDevice::parse,
              ComputeDevice::text),
          "Where networks compute; the ids of runs do not depend on it.",
          StudyPlan::device);

  static final List<Entry<StudyPlan>> KEYS =
      List.of(NAME, DATA, SEEDS, TEACHER, STUDENT, SELECT, DEVICE);

  private StudyKeys() {}
}
