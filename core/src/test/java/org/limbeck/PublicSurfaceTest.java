package org.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A type is public for one of four reasons: another room or module uses it, its room's package-info
 * names it for users of the library, a service file names it, or a public type of its room hands it
 * out.
 */
class PublicSurfaceTest {
  private static final List<String> MODULES = List.of("metrics", "core", "table", "cli", "bench");
  private static final Pattern PUBLIC =
      Pattern.compile(
          "^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|record|interface|enum) ",
          Pattern.MULTILINE);

  /** A source file of the product. */
  private record Source(String packageName, String name, String text) {
    static Source of(Path file) {
      String text = read(file);
      String packageName = text.replaceFirst("(?s).*?^?package ([\\w.]+);.*", "$1");
      return new Source(packageName, file.getFileName().toString().replace(".java", ""), text);
    }

    String type() {
      return packageName + "." + name;
    }

    boolean isPublic() {
      return PUBLIC.matcher(text).find();
    }

    boolean uses(Source other) {
      return !packageName.equals(other.packageName) && text.contains(other.type() + ";");
    }

    /** Whether a public declaration of this file names another type of the same room. */
    boolean handsOut(Source other) {
      Pattern named = Pattern.compile("^(?:  |    )?public [^=]*\\b" + other.name + "\\b");
      Pattern component =
          Pattern.compile("^    [\\w<>@, .]*\\b" + other.name + "\\b[\\w<>]* \\w+[,)]");
      return packageName.equals(other.packageName)
          && isPublic()
          && !name.equals(other.name)
          && text.lines()
              .anyMatch(line -> named.matcher(line).find() || component.matcher(line).find());
    }
  }

  @Test
  void publicTypes_always_haveAReason() {
    List<Source> sources = new ArrayList<>();
    MODULES.forEach(module -> sources.addAll(sources(Path.of("..", module, "src/main/java"))));
    String services = services();
    List<Source> checked =
        sources.stream()
            .filter(Source::isPublic)
            .filter(source -> !source.packageName().endsWith(".cli"))
            .filter(source -> !source.packageName().endsWith(".bench"))
            .toList();
    assertThat(checked).hasSizeGreaterThan(200);
    Set<String> named = named(sources);
    assertThat(checked)
        .filteredOn(type -> sources.stream().noneMatch(other -> other.uses(type)))
        .filteredOn(type -> !named.contains(type.type()))
        .filteredOn(type -> !services.contains(type.type()))
        .filteredOn(type -> sources.stream().noneMatch(other -> other.handsOut(type)))
        .extracting(Source::type)
        .isEmpty();
  }

  private static List<Source> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Source::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types that a package-info links. */
  private static Set<String> named(List<Source> sources) {
    Pattern link = Pattern.compile("\\{@link\\s+([\\w.]+)");
    return sources.stream()
        .filter(source -> source.name().equals("package-info"))
        .flatMap(page -> link.matcher(page.text().replace("\n *", "")).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static String services() {
    return Stream.of("metrics", "core", "table")
        .map(module -> Path.of("..", module, "src/main/resources/META-INF/services"))
        .flatMap(PublicSurfaceTest::list)
        .map(PublicSurfaceTest::read)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
