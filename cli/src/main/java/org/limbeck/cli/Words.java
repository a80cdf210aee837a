package org.limbeck.cli;

import java.util.Arrays;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.plan.key.Scalars;

/** Constants as study files write them: {@code per-class}. */
final class Words {
  private Words() {}

  /** The constant that an option names. */
  static <E extends Enum<E>> E parse(String option, String text, Class<E> type) {
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Scalars::word).toList();
    return Scalars.word(text, type)
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s: no '%s'%s".formatted(option, text, DidYouMean.hint(text, known))));
  }
}
