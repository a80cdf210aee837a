package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start, when LibTorch is not yet unpacked: without the cure in Natives it crashes. */
class FirstStartTest {
  @TempDir private Path folder;

  @Test
  void study_emptyNativeCache_works() throws Exception {
    startWithCache("alone", 1);
  }

  @Test
  void study_twoAtOnceOnAnEmptyNativeCache_bothWork() throws Exception {
    startWithCache("together", 2);
  }

  private void startWithCache(String name, int processes) throws Exception {
    Path cache = Files.createDirectory(folder.resolve(name));
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      List<String> flags = List.of("-Dorg.bytedeco.javacpp.cachedir=" + cache);
      started.add(StudyProcess.start(folder.resolve(name + i), 1, flags));
    }
    for (int i = 0; i < processes; i++) {
      assertThat(started.get(i).waitFor(3, TimeUnit.MINUTES)).isTrue();
      String log = Files.readString(folder.resolve(name + i + ".log"));
      assertThat(started.get(i).exitValue()).as(log).isZero();
      assertThat(folder.resolve(name + i).resolve("student.onnx")).isNotEmptyFile();
    }
  }
}
