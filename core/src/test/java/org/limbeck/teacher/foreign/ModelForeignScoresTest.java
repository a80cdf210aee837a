package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.onnx.OnnxExport;
import org.limbeck.onnx.TestGraphs;
import org.limbeck.teacher.NetworkTeacher;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.train.Images;

/** A network as a foreign teacher, held against itself as a teacher of our own. */
class ModelForeignScoresTest {
  private static final Dataset DATA = data();
  private static final Views VIEWS = new Views(2, Views.Flip.RANDOM, 0);
  private static final NetworkDescription NETWORK = Images.network("resnet8", DATA.train());
  private static final StateDict STATE =
      StateDict.initial(NETWORK.entries(), new NamedRandom(5, "teacher"));

  @TempDir private Path folder = Path.of("");

  private static Dataset data() {
    var source =
        new SourceData("noise", "", List.of("a", "b", "c"), Images.of(60, 1), Optional.empty());
    var plan = new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.25, 0.33, null, 0L);
    return Datasets.build(source, plan, 0);
  }

  private ForeignScores open(Map<String, String> metadata, ModelOutput output) throws IOException {
    Path file = Files.write(folder.resolve("m.onnx"), OnnxExport.toBytes(NETWORK, STATE, metadata));
    return ForeignTeachers.open(new ForeignSource.OnnxModel(file, ModelInput.FOUND, output), DATA);
  }

  @Test
  void logits_ofSplitsAndViews_areThoseOfTheNetwork() throws IOException {
    try (var own =
            new NetworkTeacher(NETWORK, STATE, Precision.FP32, DATA, new double[] {1, 1, 1});
        ForeignScores foreign = open(Map.of("training_costs", "[1,2,3]"), ModelOutput.FOUND)) {
      for (Split split : new Split[] {Split.TRAIN, Split.VALIDATION}) {
        assertThat(foreign.logits(split).orElseThrow())
            .containsExactly(own.logits(split), within(1e-3f));
      }
      assertThat(foreign.logits(Split.TEST).orElseThrow()).hasSize(3 * DATA.test().size());
      assertThat(foreign.costs().orElseThrow()).containsExactly(1, 2, 3);
      int[] examples = new int[VIEWS.count()];
      int[] views = new int[VIEWS.count()];
      Arrays.setAll(examples, i -> i % DATA.train().size());
      Arrays.setAll(views, i -> i);
      ViewLogits ofViews = foreign.views(VIEWS).orElseThrow();
      float[] together = ofViews.logits(examples, views);
      assertThat(together)
          .containsExactly(own.views(VIEWS).orElseThrow().logits(examples, views), within(1e-3f));
      // The same bits, whatever is scored beside it.
      assertThat(ofViews.logits(new int[] {examples[7]}, new int[] {7}))
          .containsExactly(Arrays.copyOfRange(together, 21, 24));
    }
  }

  @Test
  void logits_ofProbabilities_areTheirLogarithms() throws IOException {
    var output = new ModelOutput(Optional.of("probabilities"), Optional.empty(), List.of());
    try (ForeignScores scores = open(Map.of(), output)) {
      float[] logits = scores.logits(Split.VALIDATION).orElseThrow();
      assertThat(Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]))
          .isEqualTo(1, within(1e-5));
      assertThat(scores.notes()).anyMatch(note -> note.contains("holds probabilities"));
    }
  }

  @Test
  void open_classesInAnotherOrder_followsThem() throws IOException {
    var output = new ModelOutput(Optional.empty(), Optional.empty(), List.of("c", "a", "b"));
    try (ForeignScores usual = open(Map.of(), ModelOutput.FOUND)) {
      float[] first = usual.logits(Split.VALIDATION).orElseThrow();
      try (ForeignScores other = open(Map.of(), output)) {
        float[] second = other.logits(Split.VALIDATION).orElseThrow();
        assertThat(new float[] {second[0], second[1], second[2]})
            .containsExactly(first[1], first[2], first[0]);
      }
    }
    var bad = new ModelOutput(Optional.empty(), Optional.empty(), List.of("c", "a", "x"));
    assertThatThrownBy(() -> open(Map.of(), bad))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("its classes are not those of the data, without: b, unknown: x");
  }

  /** A model whose scores are the means of the channels, and -1 where those are above 2. */
  private Path means() throws IOException {
    return new TestGraphs()
        .input("pixels", -1, -1, -1, -1)
        .output("y", -1, 3)
        .node(
            "ReduceMean",
            List.of("pixels"),
            "y",
            TestGraphs.ints("axes", 1, 2),
            TestGraphs.number("keepdims", 0))
        .write(folder.resolve("means.onnx"));
  }

  @Test
  void open_givenScaleAndLayout_areUsed() throws IOException {
    var input =
        new ModelInput(
            Optional.of("pixels"),
            Optional.of(ModelInput.Layout.NHWC),
            OptionalDouble.of(1 / 255.0),
            List.of(0.5),
            List.of(0.25, 0.5, 1.0));
    var source = new ForeignSource.OnnxModel(means(), input, ModelOutput.FOUND);
    try (ForeignScores scores = ForeignTeachers.open(source, DATA)) {
      float[] row = DATA.validation().rows(0, 1);
      double red = 0;
      for (int i = 0; i < 64; i++) {
        red += row[i] / 64;
      }
      assertThat(scores.logits(Split.VALIDATION).orElseThrow()[0])
          .isEqualTo((float) ((red / 255 - 0.5) / 0.25), within(1e-4f));
    }
  }

  /** A model that knows the classes by their mean brightness, of pixels 0..1. */
  private ForeignScores brightness(ModelInput input) throws IOException {
    Path file =
        new TestGraphs()
            .input("pixels", -1, 3, 8, 8)
            .output("z", -1, 3)
            .node(
                "ReduceMean",
                List.of("pixels"),
                "mean",
                TestGraphs.ints("axes", 2, 3),
                TestGraphs.number("keepdims", 0))
            .floats("w", new long[] {3, 3}, 13, 18, 24, 13, 18, 24, 13, 18, 24)
            .floats("b", new long[] {3}, -7.6f, -15.1f, -25.2f)
            .node("MatMul", List.of("mean", "w"), "y")
            .node("Add", List.of("y", "b"), "z")
            .write(folder.resolve("brightness.onnx"));
    return ForeignTeachers.open(new ForeignSource.OnnxModel(file, input, ModelOutput.FOUND), DATA);
  }

  @Test
  void logits_wrongNormalisation_namesTheOneThatWorks() throws IOException {
    try (ForeignScores scores = brightness(ModelInput.FOUND)) {
      assertThatThrownBy(() -> scores.logits(Split.TRAIN))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("with 'pixels 0..1' its accuracy would be 1.00 instead of 0.3")
          .hasMessageContaining("write input: {scale: 0.00392156862745098}");
    }
    var right =
        new ModelInput(
            Optional.empty(), Optional.empty(), OptionalDouble.of(1 / 255.0), List.of(), List.of());
    try (ForeignScores scores = brightness(right)) {
      assertThat(scores.logits(Split.TRAIN)).isPresent();
      assertThat(scores.notes()).noneMatch(note -> note.contains("in its training"));
    }
  }

  @Test
  void logits_noNormalisationHelps_saysWhatWasTried() throws IOException {
    Path file =
        new TestGraphs()
            .input("pixels", -1, 3, 8, 8)
            .output("z", -1, 3)
            .node(
                "ReduceMean",
                List.of("pixels"),
                "mean",
                TestGraphs.ints("axes", 2, 3),
                TestGraphs.number("keepdims", 0))
            .floats("w", new long[] {3}, 0, 0, 0)
            .floats("b", new long[] {3}, 1, 2, -3)
            .node("Mul", List.of("mean", "w"), "y")
            .node("Add", List.of("y", "b"), "z")
            .write(folder.resolve("constant.onnx"));
    var source = new ForeignSource.OnnxModel(file, ModelInput.FOUND, ModelOutput.FOUND);
    try (ForeignScores scores = ForeignTeachers.open(source, DATA)) {
      assertThatThrownBy(() -> scores.logits(Split.TRAIN))
          .hasMessageContaining("none of the usual normalisations makes it better")
          .hasMessageContaining("pixels 0..1");
    }
  }
}
