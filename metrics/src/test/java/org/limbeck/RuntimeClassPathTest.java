package org.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * What a project gets that depends on limbeck-metrics. The build writes the runtime class path to
 * {@code target/runtime-classpath.txt}.
 */
class RuntimeClassPathTest {
  private static final long MOST_BYTES = 6_000_000;
  private static final String NATIVE = ".*\\.(so|dll|dylib|jnilib)(\\.[0-9.]+)?";
  private static final String UNWANTED =
      "(pytorch|openblas|javacpp|cuda|onnxruntime|commons-compress|protobuf|tribuo).*";

  private static List<Path> jars() throws IOException {
    String classPath = Files.readString(Path.of("target", "runtime-classpath.txt")).strip();
    return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
  }

  private static List<String> entries(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void jars_allOfThem_holdNoNativeLibrary() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path jar : jars()) {
      entries(jar).stream().filter(name -> name.matches(NATIVE)).forEach(found::add);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void jars_allOfThem_areOnesOfThisModule() throws IOException {
    assertThat(jars()).hasSizeGreaterThan(3);
    assertThat(jars().stream().map(jar -> jar.getFileName().toString()))
        .noneMatch(name -> name.matches(UNWANTED));
  }

  @Test
  void jars_withThisModule_areSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> classes = Files.walk(Path.of("target", "classes"))) {
      for (Path file :
          Stream.concat(classes.filter(Files::isRegularFile), jars().stream()).toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isBetween(1_000_000L, MOST_BYTES);
  }
}
