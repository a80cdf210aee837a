package org.limbeck.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFoldersTest {
  @TempDir private Path folder;
  private Path temporary;
  private Path proc;

  @BeforeEach
  void folders() throws IOException {
    temporary = Files.createDirectories(folder.resolve("tmp"));
    proc = Files.createDirectories(folder.resolve("proc"));
  }

  @Test
  void deleteAbandoned_ofKilledProcess_isGone() throws IOException {
    maps("self", "");
    Path killed = unpacked("onnxruntime-java1", Duration.ofMinutes(1));
    Path other = unpacked("something-else", Duration.ofDays(9));
    NativeFolders.deleteAbandoned(temporary, proc);
    assertThat(killed).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void deleteAbandoned_usedOrUnpackedJustNow_stays() throws IOException {
    maps("self", "");
    Path used = unpacked("onnxruntime-java2", Duration.ofMinutes(1));
    maps("4711", "7f00-7f01 r-xp 00000000 08:01 42 " + used.resolve("libonnxruntime.so") + "\n");
    Path fresh = unpacked("onnxruntime-java3", Duration.ZERO);
    NativeFolders.deleteAbandoned(temporary, proc);
    assertThat(used).exists();
    assertThat(fresh).exists();
  }

  @Test
  void deleteAbandoned_processesUnseen_waitsForADay() throws IOException {
    Path hours = unpacked("onnxruntime-java4", Duration.ofHours(3));
    Path days = unpacked("onnxruntime-java5", Duration.ofDays(2));
    NativeFolders.deleteAbandoned(temporary, proc);
    assertThat(hours).exists();
    assertThat(days).doesNotExist();
  }

  private void maps(String process, String text) throws IOException {
    Files.writeString(Files.createDirectories(proc.resolve(process)).resolve("maps"), text);
  }

  private Path unpacked(String name, Duration age) throws IOException {
    Path made = Files.createDirectories(temporary.resolve(name));
    Files.writeString(made.resolve("libonnxruntime.so"), "library");
    Files.setLastModifiedTime(made, FileTime.from(Instant.now().minus(age)));
    return made;
  }
}
