package org.limbeck.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;

/** Reads the files of records, {@code run.json} and {@code study.json}. */
final class RecordFile {
  private RecordFile() {}

  /**
   * Reads a record; whether it is what was written is for its checksum to say.
   *
   * @return absent if there is no such file, or it holds no such record
   * @throws LimbeckException if it cannot be read, or was written by a newer format
   */
  static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      String text = Files.readString(file);
      requireKnownFormat(file, text);
      return Optional.ofNullable(Json.read(text, type));
    } catch (NoSuchFileException | JsonProcessingException | CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + AtomicFiles.reason(e), e);
    }
  }

  private static void requireKnownFormat(Path file, String text) throws JsonProcessingException {
    int version = Json.read(text, JsonNode.class).path("formatVersion").asInt();
    if (version > RunSpec.FORMAT_VERSION) {
      throw new LimbeckException(
          "%s: written by a newer Limbeck (format %d, this one reads up to %d); update Limbeck or choose another directory with -o"
              .formatted(file, version, RunSpec.FORMAT_VERSION));
    }
  }
}
