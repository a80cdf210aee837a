package org.limbeck.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.data.Views;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.store.judging.Driving;
import org.limbeck.train.TrainOptions;

/**
 * The identity of a run: a canonical text of everything that decides its outcome, and the id that
 * is the text's hash.
 */
public final class RunIdentity {
  /*
   * Every key, the order of the keys and every name of a choice is spelled out here, in
   * RecipeIdentity and in IdentityNames, and is part of the run directory's format: a Java component
   * or constant can be renamed, and the runs of earlier versions are still found. A new option is
   * left out where it has the value that runs had before there was one (as pseudoExamples and parts
   * are), so that the ids of those runs stay. Keys are in alphabetical order because the first
   * versions sorted them.
   */

  private static final int ID_LENGTH = 16;

  private RunIdentity() {}

  /** The first 16 hexadecimal digits of the SHA-256 of the canonical text. */
  static String id(RunSpec spec) {
    return Checksums.of(canonical(spec)).substring(0, ID_LENGTH);
  }

  /**
   * Whether a run of this spec may have that id: as it is written now, or as a version before a
   * mend wrote it. Such a run is read and reported; it is never taken for one that is asked for
   * now.
   */
  static boolean isIdOf(RunSpec spec, String id) {
    return id.equals(id(spec)) || id.equals(earlierId(spec));
  }

  private static String earlierId(RunSpec spec) {
    String text = canonical(spec).replace(",\"validationPrior\":\"CARRIED\"", "");
    return Checksums.of(text).substring(0, ID_LENGTH);
  }

  /** Whether a text has the form of an id. */
  static boolean isId(String text) {
    return text.matches("[0-9a-f]{" + ID_LENGTH + "}");
  }

  /** One line of JSON; equal specs give equal text, different specs different text. */
  static String canonical(RunSpec spec) {
    return spec.foreign() == null ? ofTrained(spec) : ofForeign(spec, spec.foreign());
  }

  /** Without network, training and seed: the same scores serve every study seed of a split. */
  private static String ofForeign(RunSpec spec, ForeignSpec foreign) {
    ObjectNode files = object();
    foreign.files().forEach(files::put);
    return Json.canonical(
        ofData(spec)
            .<ObjectNode>set("files", files)
            .put("formatVersion", spec.formatVersion())
            .put("options", foreign.options())
            .<ObjectNode>set("recipe", RecipeIdentity.of(spec.recipe()))
            .put("role", IdentityNames.of(spec.role()))
            .put("splitSeed", spec.splitSeed()));
  }

  private static ObjectNode ofData(RunSpec spec) {
    ObjectNode node = object().put("dataFingerprint", spec.dataFingerprint());
    Driving driving = spec.driving();
    if (driving != null) {
      node.set("driving", of(driving));
    }
    return node;
  }

  private static String ofTrained(RunSpec spec) {
    return Json.canonical(
        ofData(spec)
            .put("formatVersion", spec.formatVersion())
            .put("network", spec.network())
            .<ObjectNode>set("recipe", RecipeIdentity.of(spec.recipe()))
            .put("role", IdentityNames.of(spec.role()))
            .put("seed", spec.seed())
            .put("splitSeed", spec.splitSeed())
            .<ObjectNode>set("teacher", of(spec.teacher()))
            .<ObjectNode>set("train", of(spec.training())));
  }

  /** An object that keeps the order in which keys are put. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode of(Driving driving) {
    return object().put("judge", driving.judge()).put("part", IdentityNames.of(driving.part()));
  }

  private static @Nullable ObjectNode of(RunSpec.@Nullable TeacherLink teacher) {
    return teacher == null
        ? null
        : object()
            .<ObjectNode>set("recipe", RecipeIdentity.of(teacher.recipe()))
            .put("runId", teacher.runId())
            .put("scores", IdentityNames.of(teacher.scores()));
  }

  private static ObjectNode of(TrainOptions train) {
    return object()
        .put("batchSize", train.batchSize())
        .put("epochs", train.epochs())
        .put("iterate", IdentityNames.of(train.iterate()))
        .<ObjectNode>set("optimiser", of(train.optimiser()))
        .put("precision", IdentityNames.of(train.precision()))
        .<ObjectNode>set("schedule", of(train.schedule()))
        .put("validateEvery", train.validateEvery())
        .set("views", of(train.views()));
  }

  private static ObjectNode of(OptimiserOptions optimiser) {
    return object()
        .put("kind", IdentityNames.of(optimiser.kind()))
        .put("learningRate", optimiser.learningRate())
        .put("momentum", optimiser.momentum())
        .put("weightDecay", optimiser.weightDecay());
  }

  private static ObjectNode of(Schedule schedule) {
    ArrayNode milestones = JsonNodeFactory.instance.arrayNode();
    schedule.milestones().forEach(milestones::add);
    return object()
        .put("factor", schedule.factor())
        .put("kind", IdentityNames.of(schedule.kind()))
        .<ObjectNode>set("milestones", milestones)
        .put("warmupEpochs", schedule.warmupEpochs());
  }

  private static ObjectNode of(Views views) {
    return object()
        .put("crop", views.crop())
        .put("flip", IdentityNames.of(views.flip()))
        .put("viewsPerImage", views.viewsPerImage());
  }
}
