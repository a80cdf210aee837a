package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Map;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.key.Comments;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Quoted;

/** Writes plans as complete study files, always in the order of the descriptions of the keys. */
final class StudyYamlWriter {
  private static final int STEP = 2;

  private final StringBuilder text = new StringBuilder();

  private final Map<String, String> comments;

  private StudyYamlWriter(Map<String, String> comments) {
    this.comments = comments;
  }

  /**
   * The file of a plan.
   *
   * @param comments by the path of the key that they stand above; the empty path is the file's top
   */
  static String yaml(StudyPlan plan, Map<String, String> comments) {
    var writer = new StudyYamlWriter(comments);
    writer.writeComment("", 0);
    writer.writeSection(StudyKeys.KEYS, plan, "", 0);
    return writer.text.toString();
  }

  private <R> void writeSection(List<Entry<R>> entries, R record, String path, int indent) {
    for (Entry<R> entry : entries) {
      if (entry instanceof Key<R, ?> key) {
        writeKey(key, record, path, indent);
      } else if (entry instanceof Entry.Part<R, ?> part) {
        writePart(part, record, path, indent);
      } else if (entry instanceof Entry.Items<R, ?> items) {
        writeItems(items, record, path, indent);
      } else if (entry instanceof Entry.SourceOptions<R> options) {
        writeOptions(options.values().apply(record), path, indent);
      }
    }
  }

  private <R, T> void writeKey(Key<R, T> key, R record, String path, int indent) {
    T value = key.value().of(record);
    String written = value == null ? "" : key.kind().text().apply(value);
    if (value != null && key.kind().quoted()) {
      writeLine(path, key.name(), Quoted.text(written), indent);
    } else if (!written.isEmpty()) {
      writeLine(path, key.name(), written, indent);
    }
  }

  private <R, S> void writePart(Entry.Part<R, S> part, R record, String path, int indent) {
    S value = part.value().of(record);
    if (value != null) {
      openSection(path, part.name(), indent);
      writeSection(part.keys(), value, path + part.name() + ".", indent + STEP);
    }
  }

  private <R, S> void writeItems(Entry.Items<R, S> items, R record, String path, int indent) {
    List<S> values = items.values().apply(record);
    if (!values.isEmpty()) {
      openSection(path, items.name(), indent);
    }
    for (S value : values) {
      int start = text.length() + indent + STEP;
      writeSection(items.keys(), value, path + items.name() + "[].", indent + 2 * STEP);
      text.replace(start, start + STEP, "- ");
    }
  }

  private void writeOptions(Map<String, String> options, String path, int indent) {
    options.forEach((key, value) -> writeLine(path, key, value, indent));
  }

  private void openSection(String path, String key, int indent) {
    writeComment(path + key, indent);
    text.append(" ".repeat(indent)).append(key).append(":\n");
  }

  private void writeLine(String path, String key, String value, int indent) {
    writeComment(path + key, indent);
    text.append(" ".repeat(indent)).append(key).append(": ").append(value).append('\n');
  }

  private void writeComment(String path, int indent) {
    Comments.lines(comments.getOrDefault(path, ""))
        .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
  }
}
