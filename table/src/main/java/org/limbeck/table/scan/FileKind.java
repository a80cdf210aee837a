package org.limbeck.table.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file holds, known by the end of its name. */
public enum FileKind {
  CSV("(csv|tsv|tab|txt)(\\.gz|\\.zst)?"),
  PARQUET("(parquet|pq)"),
  JSON("(json|jsonl|ndjson)(\\.gz|\\.zst)?");

  /** The ends of names, for messages. */
  static final String KNOWN =
      ".csv, .tsv, .txt, .json, .jsonl and .ndjson (plain, .gz or .zst) and .parquet";

  private final Pattern name;

  FileKind(String end) {
    name = Pattern.compile(".*\\." + end);
  }

  /** The kind of a file; empty if it is none of these. */
  public static Optional<FileKind> of(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.name.matcher(lower).matches()).findFirst();
  }
}
