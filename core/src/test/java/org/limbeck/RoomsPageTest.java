package org.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rooms in docs/architecture.md, held against the rules and the sources. */
class RoomsPageTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> LAYERED = List.of("metrics", "core");
  private static final int MOST_FILES = 30;

  /** A row of the table: the folder of a Maven module, and a package below org.limbeck. */
  private record Room(String module, String name) {
    Path folder() {
      return packages(module).resolve(name.replace('.', '/'));
    }
  }

  private static Path packages(String module) {
    return ROOT.resolve(module).resolve("src/main/java/org/limbeck");
  }

  private static List<Room> table() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/architecture.md")).stream()
        .filter(line -> line.startsWith("| limbeck-"))
        .map(line -> line.split("\\|", -1))
        .map(
            cells ->
                new Room(
                    cells[1].strip().replaceFirst("^limbeck-", ""),
                    cells[2].strip().replaceAll("^`|`$", "")))
        .toList();
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Path> packagesWithFiles(String module) throws IOException {
    try (Stream<Path> files = Files.walk(packages(module))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .filter(folder -> !folder.equals(packages(module)))
          .distinct()
          .toList();
    }
  }

  @Test
  void table_hasTheRoomsOfTheLayersInTheirOrder() throws IOException {
    assertThat(table().stream().filter(room -> LAYERED.contains(room.module())).map(Room::name))
        .containsExactlyElementsOf(LayersTest.ROOMS);
  }

  @Test
  void table_hasEveryPackageThatExistsAndNoOther() throws IOException {
    for (String module : List.of("metrics", "core", "table", "cli", "bench")) {
      assertThat(table().stream().filter(room -> room.module().equals(module)).map(Room::folder))
          .as(module)
          .containsExactlyInAnyOrderElementsOf(packagesWithFiles(module));
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void room_isSmallAndDocumented(Room room) throws IOException {
    assertThat(javaFiles(room.folder())).hasSizeLessThanOrEqualTo(MOST_FILES);
    List<String> lines = Files.readAllLines(room.folder().resolve("package-info.java"));
    assertThat(lines.get(0)).isEqualTo("/**");
    assertThat(lines.indexOf(" */") - 1).isBetween(3, 10);
  }
}
