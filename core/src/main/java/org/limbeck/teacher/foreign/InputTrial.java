package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;

/**
 * The scores of a foreign model under one of the usual normalisations of images. At chance level
 * under the given one, another may tell what the model was trained with.
 *
 * @param name of the normalisation, for people
 * @param input that stands for it
 * @param scores as the model gives them, in the order of the data's classes, row-major {@code
 *     [examples, classes]}
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
public record InputTrial(String name, ModelInput input, float[] scores) {
  private static final double PIXEL = 1.0 / 255;

  /**
   * Scores a sample under each normalisation, with one child process for all.
   *
   * @param source an ONNX or TorchScript model
   * @param sample images
   * @param classNames of the data
   * @throws LimbeckException if the model cannot be run on such examples
   */
  public static List<InputTrial> all(
      ForeignSource source, Examples sample, List<String> classNames) {
    ModelFile file = ModelFile.of(source);
    List<InputTrial> trials = new ArrayList<>();
    try (var model = new OpenModel(file, classNames)) {
      for (Map.Entry<String, ModelInput> usual : candidates(file.input(), sample).entrySet()) {
        InputForm form = model.input(usual.getValue(), sample.shape());
        var inputs = new ExampleInputs(form, sample, Views.NONE, new float[sample.shape()[0]]);
        trials.add(
            new InputTrial(usual.getKey(), usual.getValue(), model.scores(inputs, sample.size())));
      }
    }
    return trials;
  }

  /** The usual ones, by their names; those of three channels only for such images. */
  private static Map<String, ModelInput> candidates(ModelInput given, Examples sample) {
    Map<String, ModelInput> usual = new LinkedHashMap<>();
    usual.put("pixels 0..255", with(given, 1, List.of(), List.of()));
    usual.put("pixels 0..1", with(given, PIXEL, List.of(), List.of()));
    usual.put("pixels -1..1", with(given, 2 * PIXEL, List.of(1.0), List.of()));
    if (sample.shape()[0] == 3) {
      usual.put(
          "mean and deviation of ImageNet",
          with(given, PIXEL, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));
      usual.put(
          "mean and deviation of CIFAR-10",
          with(given, PIXEL, List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616)));
      usual.put(
          "mean and deviation of CIFAR-100",
          with(given, PIXEL, List.of(0.5071, 0.4865, 0.4409), List.of(0.2673, 0.2564, 0.2762)));
    }
    return usual;
  }

  private static ModelInput with(
      ModelInput given, double scale, List<Double> mean, List<Double> deviation) {
    return new ModelInput(given.name(), given.layout(), OptionalDouble.of(scale), mean, deviation);
  }
}
