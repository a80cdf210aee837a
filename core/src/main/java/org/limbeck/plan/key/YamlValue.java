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
    private static final int MOST_SHOWN = 80;

    @Override
    public String kind() {
      return "'" + shortened(text) + "'";
    }

    /** The number of characters shown of a long text: another kind of file may be one scalar. */
    private static String shortened(String text) {
      return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
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
