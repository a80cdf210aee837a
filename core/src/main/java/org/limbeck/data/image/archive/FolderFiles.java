package org.limbeck.data.image.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Files in a folder. */
public record FolderFiles(Path folder) implements BatchFiles {
  @Override
  public String label(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public OptionalLong size(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }

  @Override
  public List<Path> onDisk(List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
  }
}
