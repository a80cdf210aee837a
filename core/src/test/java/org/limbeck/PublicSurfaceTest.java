package org.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.data.DatasetSource;
import org.limbeck.objective.ClassRule;
import org.limbeck.scores.TableFormat;

/**
 * A type is public for one of three reasons: another room uses it, its room's package-info names it
 * for users of the library, or the service loader finds it.
 */
class PublicSurfaceTest {
  private static final List<Path> SOURCES =
      List.of(Path.of("../metrics/src/main/java"), Path.of("src/main/java"));

  @Test
  void publicTypes_always_haveAReason() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.limbeck");
    Set<String> provided = providers();
    assertThat(classes.stream().filter(PublicSurfaceTest::isPublicType))
        .as("public types that no other room uses, no package-info names and no service provides")
        .filteredOn(type -> !usedElsewhere(type))
        .filteredOn(type -> !provided.contains(type.getName()))
        .filteredOn(type -> !page(type.getPackageName()).contains(type.getName() + "}"))
        .extracting(JavaClass::getName)
        .isEmpty();
  }

  private static boolean isPublicType(JavaClass type) {
    return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean usedElsewhere(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  private static Set<String> providers() {
    return Stream.of(ClassRule.class, DatasetSource.class, TableFormat.class)
        .flatMap(service -> ServiceLoader.load(service).stream())
        .map(provider -> provider.type().getName())
        .collect(Collectors.toSet());
  }

  /** The text of a package-info without the line breaks of its Javadoc. */
  private static String page(String packageName) {
    Path file = Path.of(packageName.replace('.', '/'), "package-info.java");
    for (Path source : SOURCES) {
      if (Files.exists(source.resolve(file))) {
        try {
          return Files.readString(source.resolve(file)).replaceAll("\\s*\\n \\*\\s*", " ");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return "";
  }
}
