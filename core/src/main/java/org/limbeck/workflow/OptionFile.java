package org.limbeck.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.StrictText;

/** Small text files that options name, in UTF-8 without a guess. */
final class OptionFile {
  private static final long MOST_BYTES = 16 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private OptionFile() {}

  /**
   * The text of a file.
   *
   * @param option that names it, for messages
   * @param remedy how to mend it, for messages
   */
  static String text(String option, Path file, String remedy) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new LimbeckException("%s %s: larger than 16 MiB; %s".formatted(option, file, remedy));
      }
      String text =
          StrictText.of(Files.readAllBytes(file), option + " " + file, "save the file as UTF-8");
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      throw new LimbeckException(
          "%s %s: cannot be read: %s; %s".formatted(option, file, AtomicFiles.reason(e), remedy),
          e);
    }
  }
}
