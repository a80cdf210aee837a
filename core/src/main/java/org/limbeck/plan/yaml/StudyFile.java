package org.limbeck.plan.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;
import org.limbeck.plan.key.YamlParser;
import org.limbeck.plan.key.YamlValue;

/**
 * A study file as it is written.
 *
 * @param name as messages call it
 * @param folder that paths in it are relative to
 * @param document its keys and values
 */
record StudyFile(String name, Path folder, YamlValue document) {
  private static final Pattern TABLE =
      Pattern.compile(
          "(?i).*\\.(csv|tsv|parquet|jsonl|ndjson|npy|npz|safetensors|onnx)(\\.(gz|zst))?");

  /**
   * Reads a file.
   *
   * @throws LimbeckException if it cannot be read, or is not YAML
   */
  static StudyFile read(Path file) {
    if (Files.isDirectory(file)) {
      throw new LimbeckException(file + ": a directory; name a study file (.yaml)");
    }
    if (!Files.exists(file)) {
      throw new LimbeckException(file + ": no such file; try examples/digits.yaml");
    }
    if (TABLE.matcher(file.toString()).matches()) {
      throw new LimbeckException(
          file
              + ": data or a model, not a study file; distil from a table with limbeck distill --data FILE --label COLUMN, or write a study file for it with limbeck init FILE --label COLUMN");
    }
    try {
      if (Files.size(file) > YamlParser.MAX_BYTES) {
        throw new LimbeckException(file + ": larger than 1 MiB; not a study file");
      }
      Path folder = file.toAbsolutePath().getParent();
      return parse(Files.readString(file), file.toString(), folder == null ? Path.of("") : folder);
    } catch (CharacterCodingException e) {
      throw new LimbeckException(file + ": not UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static StudyFile parse(String text, String name, Path folder) {
    return new StudyFile(name, folder, YamlParser.parse(text.replaceFirst("^\uFEFF", ""), name));
  }
}
