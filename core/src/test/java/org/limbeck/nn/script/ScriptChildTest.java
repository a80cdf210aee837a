package org.limbeck.nn.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelLimits;
import org.limbeck.child.NamedArray;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Tensors;

class ScriptChildTest {
  @TempDir private Path folder = Path.of("");

  private Path script(String returned) {
    Natives.load();
    Path file = folder.resolve("m.pt");
    try (var scope = new PointerScope()) {
      var module = new JitModule(new QualifiedName("__torch__.Other"));
      module.register_parameter("w", Tensors.of(new float[] {1, 0, 2, 0, 1, 3}, 3, 2), false);
      module.define("def forward(self, x: Tensor):\n    return %s\n".formatted(returned));
      module.save(file.toString());
    }
    return file;
  }

  private static List<NamedArray> run(Path file) {
    try (var process = ScriptChild.open(file, 1, ModelLimits.usual())) {
      process.send(
          List.of(new NamedArray.Floats("x", new long[] {2, 2}, new float[] {1, 2, 3, 4})),
          List.of("output"));
      return process.receive(100);
    }
  }

  @Test
  void run_scriptModule_givesItsScores() {
    var result = (NamedArray.Floats) run(script("torch.linear(x, self.w)")).get(0);
    assertThat(result.shape()).containsExactly(2, 3);
    assertThat(result.values()).containsExactly(new float[] {1, 2, 7, 3, 6, 15}, within(1e-6f));
  }

  @Test
  void run_otherResultsOrShapes_areRefusedInWords() {
    assertThatThrownBy(() -> run(script("(x, x)")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("its forward returns a Tuple, not a tensor of scores");
    assertThatThrownBy(() -> run(script("torch.mm(self.w, x.t()).view(7)")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("LibTorch does not run it on these examples");
  }

  @Test
  void open_exportedProgram_namesOnnx() throws IOException {
    assertThatThrownBy(() -> run(Files.writeString(folder.resolve("m.pt2"), "x")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageEndingWith("export to ONNX with torch.onnx.export");
    assertThatThrownBy(() -> run(zip("m/archive_format")))
        .hasMessageEndingWith("export to ONNX with torch.onnx.export");
  }

  @Test
  void open_noScript_isRefusedBeforeLoading() throws IOException {
    assertThatThrownBy(() -> run(zip("m/data.pkl")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("weights or a pickled module, not TorchScript");
    assertThatThrownBy(() -> run(Files.writeString(folder.resolve("m.pt"), "x")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("not a TorchScript archive");
    assertThatThrownBy(() -> run(zip("m/constants.pkl")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("does not load it");
  }

  private Path zip(String entry) throws IOException {
    Path file = folder.resolve("m.pt");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return file;
  }
}
