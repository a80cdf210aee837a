package org.limbeck.teacher.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.Port;
import org.limbeck.teacher.foreign.ModelInput.Layout;

/**
 * Finds how a model gets examples: what the user gives, else what its graph and metadata say.
 *
 * @param place the model, for messages
 */
@SuppressWarnings("ArrayRecordComponent") // short, read-only
record InputFinder(
    String place, ModelDescription model, ModelInput given, int[] shape, List<String> notes) {
  /** The range of pixels, as the metadata of ONNX define it (onnx/docs/MetadataProps.md). */
  private static final String PIXEL_RANGE = "Image.NominalPixelRange";

  private static final String PIXEL_ORDER = "Image.BitmapPixelFormat";
  private static final double MOST = 255;

  InputForm find() {
    Port port = port();
    if (port.kind() != Port.Kind.REAL && port.kind() != Port.Kind.WHOLE) {
      throw new LimbeckException(
          "%s: its input %s does not take numbers; give a model that takes the examples as numbers"
              .formatted(place, port.text()));
    }
    boolean image = shape.length == 3;
    InputForm form = image ? image(port) : table(port);
    if (image) {
      notes.add(
          "input '%s' gets images as %s, %s"
              .formatted(
                  form.name(),
                  form.channelsLast() ? "NHWC" : "NCHW",
                  given.equals(ModelInput.FOUND) && !model.metadata().containsKey(PIXEL_RANGE)
                      ? "pixels as the data set holds them"
                      : "pixels scaled and normalised as given"));
    }
    return form;
  }

  private Port port() {
    List<Port> inputs = model.inputs();
    if (given.name().isEmpty() && inputs.size() == 1) {
      return inputs.get(0);
    }
    return inputs.stream()
        .filter(port -> given.name().isPresent() && port.name().equals(given.name().get()))
        .findFirst()
        .filter(port -> inputs.size() == 1)
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s: expected %s, found %s; %s"
                        .formatted(
                            place,
                            given
                                .name()
                                .map(name -> "the input '" + name + "' and no other")
                                .orElse("one input"),
                            texts(inputs),
                            "export the model with the example as its only input, or give a table whose columns are its inputs")));
  }

  private static String texts(List<Port> ports) {
    return ports.stream().map(Port::text).collect(Collectors.joining(", "));
  }

  private InputForm table(Port port) {
    int[] example = port.ranked() ? filled(port, shape) : shape;
    return new InputForm(
        port.name(), example, false, InputTransform.of(place, given, shape[0]), port.fixedBatch());
  }

  /** The axes of a table's row: the features, besides axes of size 1. */
  private int[] filled(Port port, int[] features) {
    long[] axes = port.shape();
    int[] example = new int[axes.length - 1];
    int free = 0;
    long fixed = 1;
    for (int i = 0; i < example.length; i++) {
      example[i] = axes[i + 1] < 0 ? features[0] : (int) axes[i + 1];
      free += axes[i + 1] < 0 ? 1 : 0;
      fixed *= Math.max(1, axes[i + 1]);
    }
    boolean fits = free == 0 ? fixed == features[0] : free == 1 && fixed == 1;
    if (example.length == 0 || !fits) {
      throw mismatch(port, "give the data it was trained for");
    }
    return example;
  }

  private InputForm image(Port port) {
    Layout layout = layout(port);
    boolean last = layout == Layout.NHWC;
    int[] ordered =
        last ? new int[] {shape[1], shape[2], shape[0]} : new int[] {shape[0], shape[1], shape[2]};
    int rank = port.ranked() ? port.shape().length : 4;
    int[] example =
        switch (rank) {
          case 2 -> new int[] {shape[0] * shape[1] * shape[2]};
          case 3 -> new int[] {shape[1], shape[2]};
          default -> ordered;
        };
    return new InputForm(port.name(), example, last, transform(), port.fixedBatch());
  }

  private Layout layout(Port port) {
    if (!port.ranked()) {
      return chosen("its graph does not tell the order of the axes");
    }
    boolean first = fits(port, Layout.NCHW);
    boolean last = fits(port, Layout.NHWC);
    if ((!first && !last)
        || given.layout().map(l -> l == Layout.NCHW ? !first : !last).orElse(false)) {
      throw mismatch(port, advice(port));
    }
    if (first && last) {
      return shape[0] == 1
          ? Layout.NCHW
          : chosen("both orders of the axes fit its input " + port.text());
    }
    return first ? Layout.NCHW : Layout.NHWC;
  }

  private Layout chosen(String reason) {
    if (given.layout().isEmpty()) {
      notes.add(reason + ", so NCHW was taken; input.layout says otherwise");
    }
    return given.layout().orElse(Layout.NCHW);
  }

  private boolean fits(Port port, Layout layout) {
    int[] axes =
        layout == Layout.NCHW
            ? new int[] {shape[0], shape[1], shape[2]}
            : new int[] {shape[1], shape[2], shape[0]};
    return switch (port.shape().length) {
      case 2 -> same(port, new int[] {axes[0] * axes[1] * axes[2]});
      case 3 -> shape[0] == 1 && same(port, new int[] {shape[1], shape[2]});
      case 4 -> same(port, axes);
      default -> false;
    };
  }

  private static boolean same(Port port, int[] axes) {
    boolean same = true;
    for (int i = 0; i < axes.length; i++) {
      same &= port.shape()[i + 1] < 0 || port.shape()[i + 1] == axes[i];
    }
    return same;
  }

  private String advice(Port port) {
    long[] axes = port.shape();
    if (axes.length == 3 && Arrays.equals(axes, Arrays.stream(shape).asLongStream().toArray())) {
      return "it takes one example without a batch axis; export it with one";
    }
    if (axes.length == 4 && (axes[1] == shape[0] || axes[3] == shape[0])) {
      return "resize the images in the source (its key size), or give the data it was trained for";
    }
    return given.layout().isPresent()
        ? "give another input.layout, or the data it was trained for"
        : "give the data it was trained for";
  }

  private LimbeckException mismatch(Port port, String remedy) {
    return new LimbeckException(
        "%s: its input is %s, an example has shape %s; %s"
            .formatted(place, port.text(), Arrays.toString(shape), remedy));
  }

  private InputTransform transform() {
    if (Map.of("Bgr8", 1, "Bgra8", 1).containsKey(model.metadata().getOrDefault(PIXEL_ORDER, ""))) {
      throw new LimbeckException(
          "%s: metadata %s is %s, and images are RGB here; export it for RGB"
              .formatted(place, PIXEL_ORDER, model.metadata().get(PIXEL_ORDER)));
    }
    if (given.scale().isPresent() || !given.mean().isEmpty() || !given.deviation().isEmpty()) {
      return InputTransform.of(place, given, shape[0]);
    }
    return switch (model.metadata().getOrDefault(PIXEL_RANGE, "NominalRange_0_255")) {
      case "NominalRange_0_255" -> uniform(1, 0);
      case "Normalized_0_1" -> uniform(1 / MOST, 0);
      case "Normalized_1_1" -> uniform(2 / MOST, 1);
      default ->
          throw new LimbeckException(
              "%s: metadata %s is %s, which is not known here; give input.scale and input.mean"
                  .formatted(place, PIXEL_RANGE, model.metadata().get(PIXEL_RANGE)));
    };
  }

  private InputTransform uniform(double scale, double mean) {
    var means = new double[shape[0]];
    var deviations = new double[shape[0]];
    Arrays.fill(means, mean);
    Arrays.fill(deviations, 1);
    return new InputTransform(scale, means, deviations);
  }

  /** The size of the batch, if the model takes no other. */
  static OptionalInt fixedBatch(List<Port> inputs) {
    return inputs.stream()
        .map(Port::fixedBatch)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }
}
