package org.limbeck.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this library, as Maven has it. */
public final class BuildVersion {
  private static final String FILE = "version.properties";
  private static final String TEXT = read();

  private BuildVersion() {}

  /** The version, like {@code 0.1.0-SNAPSHOT}. */
  public static String text() {
    return TEXT;
  }

  private static String read() {
    var properties = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream(FILE)) {
      properties.load(Objects.requireNonNull(in, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return Objects.requireNonNull(properties.getProperty("version"), "version");
  }
}
