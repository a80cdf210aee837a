package org.limbeck.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.StateDict;
import org.limbeck.onnx.OnnxExport;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignTeachers;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/**
 * Times a foreign teacher of the size of ResNet-56 against ONNX Runtime alone, with the same
 * threads and the same batches, in turns.
 *
 * <pre>{@code
 * java -cp ... org.limbeck.bench.ForeignModelTiming [NETWORK] [IMAGES] [ROUNDS]
 * }</pre>
 */
public final class ForeignModelTiming {
  private static final int CLASSES = 10;
  private static final int BATCH = 256;
  private static final int[] SHAPE = {3, 32, 32};
  private static final int SIZE = 3 * 32 * 32;

  private ForeignModelTiming() {}

  /** Prints images a second of both, round by round, and the medians. */
  public static void main(String[] args) throws IOException, OrtException {
    String network = args.length > 0 ? args[0] : "resnet56";
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 8 * BATCH;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
    Dataset data = data(count);
    Path model = model(network, data.train());
    var source = new ForeignSource.OnnxModel(model, ModelInput.FOUND, ModelOutput.FOUND);
    List<Double> bare = new ArrayList<>();
    List<Double> foreign = new ArrayList<>();
    try (var options = new OrtSession.SessionOptions();
        var teacher = ForeignTeachers.open(source, data)) {
      options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
      try (OrtSession session =
          OrtEnvironment.getEnvironment().createSession(model.toString(), options)) {
        for (int round = -1; round < rounds; round++) {
          int images = data.train().size();
          double alone = images / seconds(() -> bare(session, data.train()));
          double child = images / seconds(() -> teacher.logits(Split.TRAIN));
          System.out.printf("bare %.1f  child %.1f  ratio %.3f%n", alone, child, child / alone);
          if (round >= 0) {
            bare.add(alone);
            foreign.add(child);
          }
        }
      }
    } finally {
      Files.delete(model);
    }
    double ratio = StepWork.median(foreign) / StepWork.median(bare);
    System.out.printf(
        "medians: bare %.1f  child %.1f  ratio %.3f%n",
        StepWork.median(bare), StepWork.median(foreign), ratio);
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** What a program would write that knows this model. */
  private static void bare(OrtSession session, Examples examples) {
    try {
      for (int start = 0; start + BATCH <= examples.size(); start += BATCH) {
        var values = FloatBuffer.wrap(examples.rows(start, BATCH));
        try (var tensor =
                OnnxTensor.createTensor(
                    OrtEnvironment.getEnvironment(), values, new long[] {BATCH, 3, 32, 32});
            var result = session.run(Map.of("input", tensor))) {
          result.get(0).getValue();
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path model(String network, Examples train) throws IOException {
    var description =
        NetworkDescription.of(NetworkSpec.parse(network), SHAPE, CLASSES, Normalisation.of(train));
    StateDict state = StateDict.initial(description.entries(), new NamedRandom(1, "timing"));
    return Files.write(
        Files.createTempFile("timing", ".onnx"), OnnxExport.toBytes(description, state, Map.of()));
  }

  private static Dataset data(int images) {
    List<String> names = new ArrayList<>();
    for (int y = 0; y < CLASSES; y++) {
      names.add("class " + y);
    }
    var source =
        new SourceData(
            "noise",
            "",
            names,
            List.of(),
            images(2 * images),
            Optional.of(images(CLASSES)),
            List.of());
    // Half of the images are for validation, so that those of training fill whole batches.
    var plan = new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.5, 0.5, null, 0L);
    return Datasets.build(source, plan, 1);
  }

  private static Examples images(int count) {
    var random = new SplittableRandom(1);
    var bytes = new byte[count * SIZE];
    random.nextBytes(bytes);
    int[] rows = new int[count];
    int[] labels = new int[count];
    Arrays.setAll(rows, i -> i);
    Arrays.setAll(labels, i -> i % CLASSES);
    return new Examples(SHAPE, new ByteValues(ByteStore.of(bytes, SIZE), rows), labels);
  }
}
