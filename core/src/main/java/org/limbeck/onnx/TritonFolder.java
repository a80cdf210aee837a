package org.limbeck.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;

/**
 * A model folder of the Triton Inference Server: {@code config.pbtxt}, and the model in the folder
 * of its newest version.
 *
 * @param model the ONNX file
 * @param input the name of the only input that is configured; empty if there are none or several
 * @param channelsLast what the input's format says of images, if it says anything
 * @param output the name of the only output that is configured; empty if there are none or several
 * @param labelFile with the names of the classes
 * @param labels the names of the classes in the order of that output; none without a label file
 */
public record TritonFolder(
    Path model,
    Optional<String> input,
    Optional<Boolean> channelsLast,
    Optional<String> output,
    Optional<Path> labelFile,
    List<String> labels) {
  private static final String CONFIG = "config.pbtxt";
  private static final Set<String> CHANNELS = Set.of("1", "3");
  private static final int MOST_BYTES = 16 << 20;

  /** The files of a folder that were read, without weights beside the model. */
  public List<Path> files(Path folder) {
    return Stream.concat(Stream.of(folder.resolve(CONFIG), model), labelFile.stream()).toList();
  }

  /** Whether a path is such a folder. */
  public static boolean is(Path path) {
    return Files.isRegularFile(path.resolve(CONFIG));
  }

  /**
   * Reads a folder.
   *
   * @throws LimbeckException if its configuration cannot be read, or its model is not in ONNX
   */
  public static TritonFolder read(Path folder) {
    Path file = folder.resolve(CONFIG);
    TextProto config = TextProto.read(file.toString(), text(file));
    requireOnnx(file, config);
    List<TextProto> inputs = config.messages("input");
    List<TextProto> outputs = config.messages("output");
    Optional<TextProto> input = only(inputs);
    Optional<TextProto> output = only(outputs);
    Optional<Path> labels =
        output
            .flatMap(found -> found.text("label_filename"))
            .map(name -> inside(folder, folder, name));
    return new TritonFolder(
        inside(folder, version(folder), config.text("default_model_filename").orElse("model.onnx")),
        input.flatMap(found -> found.text("name")),
        input.flatMap(TritonFolder::channelsLast),
        output.flatMap(found -> found.text("name")),
        labels,
        labels.map(TritonFolder::labels).orElse(List.of()));
  }

  private static Optional<TextProto> only(List<TextProto> messages) {
    return messages.size() == 1 ? Optional.of(messages.get(0)) : Optional.empty();
  }

  private static void requireOnnx(Path file, TextProto config) {
    String kind = config.text("backend").or(() -> config.text("platform")).orElse("onnxruntime");
    if (!kind.equals("onnxruntime") && !kind.equals("onnxruntime_onnx")) {
      throw new LimbeckException(
          "%s: the model is for the backend '%s'; give one for onnxruntime".formatted(file, kind));
    }
  }

  private static Path version(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> entry.getFileName().toString().matches("[1-9][0-9]{0,8}"))
          .max(Comparator.comparingInt(entry -> Integer.parseInt(entry.getFileName().toString())))
          .orElseThrow(
              () ->
                  new LimbeckException(
                      folder + ": has no folder of a version (1, 2, ...); put the model into one"));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static List<String> labels(Path labelFile) {
    return text(labelFile).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Path inside(Path folder, Path start, String name) {
    Path file = start.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new LimbeckException(
          "%s: '%s' leaves the folder; put the file into it"
              .formatted(folder.resolve(CONFIG), name));
    }
    return file;
  }

  /** By the format, else by the size that can only be that of channels. */
  private static Optional<Boolean> channelsLast(TextProto input) {
    String format = input.text("format").orElse("FORMAT_NONE");
    if (!format.equals("FORMAT_NONE")) {
      return Optional.of(format.equals("FORMAT_NHWC"));
    }
    List<String> dims = input.texts("dims");
    if (dims.size() < 3) {
      return Optional.empty();
    }
    boolean first = CHANNELS.contains(dims.get(dims.size() - 3));
    boolean last = CHANNELS.contains(dims.get(dims.size() - 1));
    return first == last ? Optional.empty() : Optional.of(last);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new LimbeckException(
            "%s has more than %d bytes; give the file that Triton reads"
                .formatted(file, MOST_BYTES));
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static LimbeckException unreadable(Path path, IOException e) {
    return new LimbeckException(
        "%s cannot be read: %s; check the path".formatted(path, AtomicFiles.reason(e)), e);
  }
}
