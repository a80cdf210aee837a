package org.limbeck.store;

import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.ValidationParts;
import org.limbeck.data.Views;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Strata;
import org.limbeck.plan.Role;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.teacher.LabelSource;
import org.limbeck.train.TrainOptions;

/** The names of choices in a {@link RunIdentity}; they stay when a Java constant is renamed. */
final class IdentityNames {
  private IdentityNames() {}

  static String of(ValidationParts.Part part) {
    return switch (part) {
      case FIRST -> "FIRST";
      case SECOND -> "SECOND";
    };
  }

  static String of(Role role) {
    return switch (role) {
      case TEACHER -> "TEACHER";
      case STUDENT -> "STUDENT";
    };
  }

  static String of(ScoreMode mode) {
    return switch (mode) {
      case RAW -> "RAW";
      case UNCOSTED -> "UNCOSTED";
      case TEMPERATURE -> "TEMPERATURE";
      case PER_CLASS -> "PER_CLASS";
    };
  }

  static String of(LabelSource source) {
    return switch (source) {
      case ONE_HOT -> "ONE_HOT";
      case TEACHER -> "TEACHER";
      case MIX -> "MIX";
      case CLASS_MIX -> "CLASS_MIX";
      case REBALANCED -> "REBALANCED";
    };
  }

  static String of(Objective.Form form) {
    return switch (form) {
      case MARGIN -> "MARGIN";
      case REWEIGHT -> "REWEIGHT";
    };
  }

  static String of(Robust.Anchor anchor) {
    return switch (anchor) {
      case BALANCED -> "BALANCED";
      case STANDARD -> "STANDARD";
    };
  }

  /** Null for classes alone, which have no name in an identity. */
  static @Nullable String of(Strata.By by) {
    return switch (by) {
      case CLASS -> null;
      case GROUP -> "GROUP";
      case CLASS_AND_GROUP -> "CLASS_AND_GROUP";
    };
  }

  static String of(MultiplierOptions.Measure measure) {
    return switch (measure) {
      case ZERO_ONE -> "ZERO_ONE";
      case CROSS_ENTROPY -> "CROSS_ENTROPY";
    };
  }

  static String of(MultiplierOptions.Memory memory) {
    return switch (memory) {
      case ACCUMULATE -> "ACCUMULATE";
      case MEMORYLESS -> "MEMORYLESS";
    };
  }

  static String of(MultiplierOptions.RiskSource source) {
    return switch (source) {
      case VALIDATION -> "VALIDATION";
      case TRAINING_BATCH -> "TRAINING_BATCH";
    };
  }

  static String of(MultiplierOptions.ValidationLabels labels) {
    return switch (labels) {
      case ONE_HOT -> "ONE_HOT";
      case TEACHER -> "TEACHER";
    };
  }

  static String of(PostHocOptions.Rule rule) {
    return switch (rule) {
      case NONE -> "NONE";
      case TEMPERATURE -> "TEMPERATURE";
      case POST_SHIFT -> "POST_SHIFT";
    };
  }

  static String of(TrainOptions.Iterate iterate) {
    return switch (iterate) {
      case LAST -> "LAST";
      case BEST -> "BEST";
      case AVERAGE -> "AVERAGE";
    };
  }

  static String of(OptimiserOptions.Kind kind) {
    return switch (kind) {
      case SGD -> "SGD";
      case ADAMW -> "ADAMW";
    };
  }

  static String of(Schedule.Kind kind) {
    return switch (kind) {
      case COSINE -> "COSINE";
      case STEP -> "STEP";
    };
  }

  static String of(Precision precision) {
    return switch (precision) {
      case AUTO -> "AUTO";
      case FP32 -> "FP32";
      case BF16 -> "BF16";
    };
  }

  static String of(Views.Flip flip) {
    return switch (flip) {
      case NONE -> "NONE";
      case RANDOM -> "RANDOM";
      case ALTERNATING -> "ALTERNATING";
    };
  }
}
