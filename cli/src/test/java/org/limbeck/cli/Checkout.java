package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that the launcher takes for a checkout which is built: the script, the jars of this
 * build, and no source that is newer.
 *
 * @param root of the checkout
 */
record Checkout(Path root) {
  private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

  /** Makes one in a folder that exists. */
  static Checkout in(Path root) throws IOException {
    Files.copy(SOURCES.resolve("limbeck"), root.resolve("limbeck"));
    Files.copy(SOURCES.resolve("pom.xml"), root.resolve("pom.xml"));
    Files.createSymbolicLink(root.resolve("examples"), SOURCES.resolve("examples"));
    for (String module : List.of("metrics", "core", "table", "cli")) {
      Files.createDirectories(root.resolve(module).resolve("src").resolve("main"));
      Files.copy(
          SOURCES.resolve(module).resolve("pom.xml"), root.resolve(module).resolve("pom.xml"));
    }
    Path target = Files.createDirectory(root.resolve("cli").resolve("target"));
    Path built = SOURCES.resolve("cli").resolve("target");
    Files.createSymbolicLink(target.resolve("lib"), built.resolve("lib"));
    Path jar = jar(built);
    Files.copy(jar, target.resolve(jar.getFileName()));
    Files.writeString(target.resolve("limbeck.stamp"), "\n");
    return new Checkout(root);
  }

  /** Removes the links out of the folder, so that it can be deleted. */
  void unlink() throws IOException {
    Files.delete(root.resolve("examples"));
    // A launcher that starts to build deletes it.
    Files.deleteIfExists(root.resolve("cli").resolve("target").resolve("lib"));
  }

  private static Path jar(Path built) throws IOException {
    try (Stream<Path> files = Files.list(built)) {
      return files
          .filter(file -> file.getFileName().toString().matches("limbeck-cli-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Runs a script of bash in this folder, which is also its home. */
  Cli bash(String script, Map<String, String> variables) throws IOException, InterruptedException {
    Path out = root.resolve("stdout.txt");
    Path err = root.resolve("stderr.txt");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-ec", script)
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = bash.environment();
    environment.keySet().removeIf(name -> name.matches("(LIMBECK|JAVA|JDK|_JAVA|XDG|LC)_.*"));
    Path java = Path.of(System.getProperty("java.home"), "bin");
    environment.put("PATH", java + ":" + environment.get("PATH"));
    environment.put("HOME", root.toString());
    environment.putAll(variables);
    int code = bash.start().waitFor();
    return new Cli(code, Files.readString(out), Files.readString(err));
  }
}
