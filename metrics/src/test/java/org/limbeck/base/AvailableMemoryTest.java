package org.limbeck.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {
  @TempDir private Path root;

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void read_machineAlone_isWhatIsAvailable() throws IOException {
    file("proc/meminfo", "MemTotal:  99 kB\nMemAvailable:    2048 kB\n");
    assertThat(new AvailableMemory(root).read()).hasValue(2048 * 1024);
  }

  @Test
  void read_controlGroups_limitIt() throws IOException {
    file("proc/meminfo", "MemAvailable:    2048 kB\n");
    file("sys/fs/cgroup/memory.max", "1000000\n");
    file("sys/fs/cgroup/memory.current", "400000\n");
    assertThat(new AvailableMemory(root).read()).hasValue(600_000);
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "500\n");
    file("sys/fs/cgroup/memory/memory.usage_in_bytes", "600\n");
    assertThat(new AvailableMemory(root).read()).hasValue(0);
  }

  @Test
  void read_noLimitOrNothing_saysSo() throws IOException {
    assertThat(new AvailableMemory(root).read()).isEmpty();
    file("sys/fs/cgroup/memory.max", "max\n");
    file("sys/fs/cgroup/memory.current", "400000\n");
    assertThat(new AvailableMemory(root).read()).isEmpty();
  }
}
