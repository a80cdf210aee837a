package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which options of {@code distill} stand for the keys of teachers and students in a message. */
final class StudyKeyHints {
  private static final Map<Pattern, String> HINTS = hints();

  /** Keys that have no option. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?<![\\w./\\\\-])(data\\.testShare|data\\.splitSeed|student\\.(?!network|onnx|md|yaml)[\\w.]+)");

  private StudyKeyHints() {}

  private static Map<Pattern, String> hints() {
    Map<Pattern, String> hints = new LinkedHashMap<>();
    hints.put(key("output(: \\{|\\.(name|kind|classes)\\b)"), "output is --teacher-output '{...}'");
    hints.put(
        key("input(: \\{|\\.(name|layout|scale|mean|deviation)\\b)"),
        "input is --teacher-input '{...}'");
    hints.put(key("(teacher\\.)?trainedOn\\b"), "trainedOn is --trained-on");
    hints.put(key("trust: true"), "trust is --trust");
    hints.put(key("weights: \\w"), "weights is --ensemble");
    hints.put(key("scores: (raw|uncosted|temperature|per-class)"), "scores is --scores");
    hints.put(Pattern.compile("the key id\\b"), "the key id is --id");
    hints.put(key("student\\.network"), "student.network is --student");
    return hints;
  }

  private static Pattern key(String key) {
    return Pattern.compile("(?<![\\w./\\\\-])" + key);
  }

  /** A hint for each of the keys that a message speaks of. */
  static List<String> of(String message) {
    List<String> found = new ArrayList<>();
    HINTS.forEach(
        (key, hint) -> {
          if (key.matcher(message).find()) {
            found.add(hint);
          }
        });
    OTHERS
        .matcher(message)
        .results()
        .map(match -> match.group() + " is a key of study files, which limbeck init writes")
        .distinct()
        .forEach(found::add);
    return found;
  }
}
