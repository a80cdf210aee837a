package org.limbeck.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelLimits;
import org.limbeck.child.ModelProcess;
import org.limbeck.child.NamedArray;

/** Models that would take the process with them. */
class OnnxChildTest {
  private static final ModelLimits SHORT =
      new ModelLimits(Duration.ofSeconds(20), Duration.ofSeconds(2), 900L << 20);

  @TempDir private Path folder = Path.of("");

  private static List<NamedArray> run(Path model) {
    try (ModelProcess process = OnnxChild.open(model, 1, SHORT)) {
      process.send(
          List.of(new NamedArray.Floats("x", new long[] {1, 2}, new float[] {1, 2})), List.of("y"));
      return process.receive(1 << 20);
    }
  }

  private Path file() {
    return folder.resolve("m.onnx");
  }

  @Test
  void run_endlessLoop_isEnded() throws IOException {
    Path model =
        new TestGraphs().input("x", -1, 2).output("y", -1, 2).endless("x", "y").write(file());
    assertThatThrownBy(() -> run(model))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("m.onnx: the child process that ran the model was lost")
        .hasMessageContaining("a batch took more than the 2 s it may")
        .hasMessageContaining("LIMBECK_MODEL_BATCH_SECONDS=");
  }

  @Test
  void run_memoryBomb_isEndedOrRefused() throws IOException {
    Path model =
        new TestGraphs()
            .input("x", -1, 2)
            .output("y", -1, -1)
            .longs("shape", 200_000, 100_000)
            .longs("axes", 0)
            .node("Shape", List.of("x"), "s")
            .node("ReduceMin", List.of("s"), "least", TestGraphs.number("keepdims", 0))
            .node("Mul", List.of("shape", "least"), "large")
            .node("ConstantOfShape", List.of("large"), "zeros")
            .node("ReduceSum", List.of("zeros", "axes"), "y")
            .write(file());
    assertThatThrownBy(() -> run(model))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("m.onnx");
  }

  @Test
  void open_externalDataBesideTheModel_isLoaded() throws IOException {
    var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(new float[] {1, 0, 0, 3});
    Files.write(folder.resolve("w.bin"), bytes.array());
    var result = (NamedArray.Floats) run(external("w.bin")).get(0);
    assertThat(result.values()).containsExactly(1, 6);
  }

  @Test
  void open_externalDataOutsideTheFolder_isRefused() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("other")).resolve("w.bin");
    Files.write(outside, new byte[16]);
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path model = Files.move(external("../other/w.bin"), inner.resolve("m.onnx"));
    assertThatThrownBy(() -> run(model))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("ONNX Runtime does not load it");
  }

  private Path external(String location) throws IOException {
    return new TestGraphs()
        .input("x", -1, 2)
        .output("y", -1, 2)
        .external("w", new long[] {2, 2}, location)
        .node("MatMul", List.of("x", "w"), "y")
        .write(file());
  }

  @Test
  void open_noModel_isRefusedInWords() throws IOException {
    Path text = Files.writeString(file(), "not a model");
    assertThatThrownBy(() -> run(text))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("m.onnx: ONNX Runtime does not load it")
        .hasMessageContaining("give a model that ONNX Runtime");
  }
}
