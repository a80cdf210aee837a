package org.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Golden files: what is written today, byte for byte, in {@code src/test/resources/golden}.
 *
 * <p>Tests only compare. {@code mvn test -Dtest=... -Dlimbeck.golden=write} writes the files anew
 * instead; a change of one is a change of a format, which users' directories hold already.
 */
public final class Golden {
  private static final boolean WRITE = "write".equals(System.getProperty("limbeck.golden"));
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Compares a text with the golden file of that name. */
  public static void check(String name, String found) {
    byte[] bytes = found.getBytes(StandardCharsets.UTF_8);
    if (!written(name, bytes)) {
      assertThat(found).as(name).isEqualTo(new String(read(name), StandardCharsets.UTF_8));
    }
  }

  /** Compares bytes with the golden file of that name. */
  public static void check(String name, byte[] found) {
    if (!written(name, found)) {
      assertThat(found).as(name).isEqualTo(read(name));
    }
  }

  private static boolean written(String name, byte[] bytes) {
    if (WRITE) {
      try {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name), bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return WRITE;
  }

  /** The bytes of a golden file, to show that they can still be read. */
  public static byte[] read(String name) {
    try (InputStream in =
        WRITE
            ? Files.newInputStream(FOLDER.resolve(name))
            : Golden.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("golden file %s", name).isNotNull();
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
