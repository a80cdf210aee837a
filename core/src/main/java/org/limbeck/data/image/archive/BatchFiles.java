package org.limbeck.data.image.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The files of a data set, in a folder or in an archive, by their names. */
public interface BatchFiles {
  /** How a file is called in messages. */
  String label(String name);

  /** Its bytes, or none if there is no such file. */
  OptionalLong size(String name) throws IOException;

  /** Opens a file; it must exist. */
  InputStream open(String name) throws IOException;

  /**
   * The files on disk that the content of {@code names} is known by; what is absent is left out.
   */
  List<Path> onDisk(List<String> names);
}
