package org.limbeck.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process has, as Linux shows it. */
final class ResidentMemory {
  private ResidentMemory() {}

  /** Whether this system shows it. */
  static boolean isShown() {
    return of(ProcessHandle.current().pid()).isPresent();
  }

  /** Bytes in memory and in swap; absent where they are not shown and when the process is gone. */
  static OptionalLong of(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.matches("Vm(RSS|Swap):\\s+\\d{1,15} kB"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kib -> 1024 * Long.parseLong(kib))
          .boxed()
          .reduce(Long::sum)
          .map(OptionalLong::of)
          .orElseGet(OptionalLong::empty);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
