package org.limbeck.child;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command of a child: this process's Java and class path, a small heap, and a folder of its own
 * for what its runtime unpacks.
 *
 * <p>The flags are in a file that the Java launcher reads, because a class path can be longer than
 * a command line may be.
 */
final class ChildCommand {
  private static final int JDK_WITH_NATIVE_FLAGS = 24;
  private static final List<String> PASSED_ON =
      List.of("org.bytedeco.javacpp.cachedir", "java.library.path", "onnxruntime.native.path");

  /** All that a runtime may need; passwords and tokens of the user are not handed to a model. */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "TMPDIR",
          "LD_LIBRARY_PATH",
          "OMP_NUM_THREADS",
          "SystemRoot",
          "TEMP",
          "TMP");

  private ChildCommand() {}

  /**
   * Starts the child.
   *
   * @param folder empty, for its temporary files
   */
  static Process start(Path folder, String main, List<String> arguments) throws IOException {
    Path flags = folder.resolve("java.flags");
    Files.writeString(
        flags,
        flags(folder).stream().map(ChildCommand::quoted).collect(Collectors.joining("\n")),
        StandardCharsets.UTF_8);
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("@" + flags);
    line.add(main);
    line.addAll(arguments);
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    return builder.start();
  }

  private static List<String> flags(Path folder) {
    List<String> flags = new ArrayList<>();
    flags.add("-Xmx1g");
    flags.add("-XX:+UseSerialGC");
    flags.add("-XX:-CreateCoredumpOnCrash");
    // A JVM that crashes says so on standard output otherwise, between the answers.
    flags.add("-XX:+SuppressFatalErrorMessage");
    flags.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    flags.add("-Djava.io.tmpdir=" + folder);
    flags.add("-Dfile.encoding=UTF-8");
    for (String property : PASSED_ON) {
      String value = System.getProperty(property);
      if (value != null) {
        flags.add("-D" + property + "=" + value);
      }
    }
    if (Runtime.version().feature() >= JDK_WITH_NATIVE_FLAGS) {
      flags.add("--enable-native-access=ALL-UNNAMED");
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    flags.add("-cp");
    flags.add(classPath());
    return flags;
  }

  /** This process's class path; relative entries would be looked up in the child's folder. */
  private static String classPath() {
    return Arrays.stream(
            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String quoted(String flag) {
    return "\"" + flag.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
