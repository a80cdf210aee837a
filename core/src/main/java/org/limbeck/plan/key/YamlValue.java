package org.limbeck.plan.key;

import java.util.List;
import java.util.Map;

/** A value of a YAML document with the line it stands on, from 1. */
public sealed interface YamlValue {
  int line();

  /** What messages call it. */
  String kind();

  /** A scalar as it is written, without quotes. */
  record Scalar(int line, String text, boolean quoted) implements YamlValue {
    @Override
    public String kind() {
      return "'" + text + "'";
    }
  }

  /** A list. */
  record Items(int line, List<YamlValue> values) implements YamlValue {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the order of the file. */
  record Keys(int line, Map<String, YamlValue> values) implements YamlValue {
    @Override
    public String kind() {
      return "a mapping";
    }
  }
}
