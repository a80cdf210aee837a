package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jars that the launcher runs; after {@code package}, so it is no part of {@code mvn test}. */
class JarsIT {
  private static final Path TARGET = Path.of("target");

  private static List<ModuleDescriptor> modules() throws IOException {
    try (Stream<Path> files = Files.list(TARGET);
        Stream<Path> library = Files.list(TARGET.resolve("lib"))) {
      return Stream.concat(files, library)
          .filter(file -> file.getFileName().toString().matches("limbeck-.*\\.jar"))
          .flatMap(jar -> ModuleFinder.of(jar).findAll().stream())
          .map(ModuleReference::descriptor)
          .toList();
    }
  }

  @Test
  void jars_haveNamesAsModules() throws IOException {
    assertThat(modules())
        .allMatch(ModuleDescriptor::isAutomatic)
        .extracting(ModuleDescriptor::name)
        .containsExactlyInAnyOrder(
            "org.limbeck.metrics", "org.limbeck.core", "org.limbeck.table", "org.limbeck.cli");
  }

  @Test
  void jars_shareNoPackage() throws IOException {
    assertThat(modules()).flatExtracting(ModuleDescriptor::packages).doesNotHaveDuplicates();
  }
}
