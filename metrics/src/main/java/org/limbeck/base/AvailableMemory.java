package org.limbeck.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** How much memory this process may still take, as Linux and its control groups say. */
public final class AvailableMemory {
  private final Path root;

  /**
   * @param root of the file system to look in
   */
  AvailableMemory(Path root) {
    this.root = root;
  }

  /** Bytes that may still be taken; absent where nothing says so. */
  public static OptionalLong bytes() {
    return new AvailableMemory(Path.of("/")).read();
  }

  OptionalLong read() {
    return LongStream.concat(
            ofMachine().stream(),
            LongStream.concat(
                ofGroup("sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory.current").stream(),
                ofGroup(
                    "sys/fs/cgroup/memory/memory.limit_in_bytes",
                    "sys/fs/cgroup/memory/memory.usage_in_bytes")
                    .stream()))
        .min();
  }

  private OptionalLong ofMachine() {
    return lines("proc/meminfo").stream()
        .filter(line -> line.matches("MemAvailable:\\s+\\d{1,15} kB"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  /** What a control group's limit leaves; none where there is no limit. */
  private OptionalLong ofGroup(String limit, String used) {
    OptionalLong most = number(limit);
    OptionalLong now = number(used);
    return most.isPresent() && now.isPresent()
        ? OptionalLong.of(Math.max(0, most.getAsLong() - now.getAsLong()))
        : OptionalLong.empty();
  }

  private OptionalLong number(String file) {
    return lines(file).stream()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException e) {
      return List.of(); // another system, or not for us to read
    }
  }
}
