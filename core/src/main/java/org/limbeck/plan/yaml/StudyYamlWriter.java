package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Map;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Quoted;

/** Writes plans as complete study files, always in the order of the descriptions of the keys. */
final class StudyYamlWriter {
  private static final int STEP = 2;

  private final StringBuilder text = new StringBuilder();

  private StudyYamlWriter() {}

  static String yaml(StudyPlan plan) {
    var writer = new StudyYamlWriter();
    writer.writeSection(StudyKeys.KEYS, plan, 0);
    return writer.text.toString();
  }

  private <R> void writeSection(List<Entry<R>> entries, R record, int indent) {
    for (Entry<R> entry : entries) {
      if (entry instanceof Key<R, ?> key) {
        writeKey(key, record, indent);
      } else if (entry instanceof Entry.Part<R, ?> part) {
        writePart(part, record, indent);
      } else if (entry instanceof Entry.Items<R, ?> items) {
        writeItems(items, record, indent);
      } else if (entry instanceof Entry.SourceOptions<R> options) {
        writeOptions(options.values().apply(record), indent);
      }
    }
  }

  private <R, T> void writeKey(Key<R, T> key, R record, int indent) {
    T value = key.value().of(record);
    String written = value == null ? "" : key.kind().text().apply(value);
    if (value != null && key.kind().quoted()) {
      writeLine(key.name(), Quoted.text(written), indent);
    } else if (!written.isEmpty()) {
      writeLine(key.name(), written, indent);
    }
  }

  private <R, S> void writePart(Entry.Part<R, S> part, R record, int indent) {
    S value = part.value().of(record);
    if (value != null) {
      openSection(part.name(), indent);
      writeSection(part.keys(), value, indent + STEP);
    }
  }

  private <R, S> void writeItems(Entry.Items<R, S> items, R record, int indent) {
    List<S> values = items.values().apply(record);
    if (!values.isEmpty()) {
      openSection(items.name(), indent);
    }
    for (S value : values) {
      int start = text.length() + indent + STEP;
      writeSection(items.keys(), value, indent + 2 * STEP);
      text.replace(start, start + STEP, "- ");
    }
  }

  private void writeOptions(Map<String, String> options, int indent) {
    options.forEach((key, value) -> writeLine(key, value, indent));
  }

  private void openSection(String key, int indent) {
    text.append(" ".repeat(indent)).append(key).append(":\n");
  }

  private void writeLine(String key, String value, int indent) {
    text.append(" ".repeat(indent)).append(key).append(": ").append(value).append('\n');
  }
}
