package org.limbeck.teacher.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.child.Port;

/** Finds the output of a model that has a score for each class. */
final class OutputFinder {
  private static final List<String> KNOWN = List.of("logits", "probabilities");

  private final String place;
  private final List<Port> outputs;
  private final int classes;

  /**
   * @param place the model, for messages
   */
  OutputFinder(String place, List<Port> outputs, int classes) {
    this.place = place;
    this.outputs = outputs;
    this.classes = classes;
  }

  Port find(Optional<String> given) {
    if (given.isPresent()) {
      return outputs.stream()
          .filter(port -> port.name().equals(given.get()))
          .findFirst()
          .orElseThrow(() -> none("it has no output '%s'".formatted(given.get())));
    }
    Stream<Predicate<Port>> tiers =
        Stream.of(
            port -> port.name().equals(KNOWN.get(0)) && mayHaveScores(port),
            port -> port.name().equals(KNOWN.get(1)) && mayHaveScores(port),
            this::hasScores,
            port -> port.kind() == Port.Kind.MAPS,
            this::mayHaveScores);
    return tiers
        .map(tier -> outputs.stream().filter(tier).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(this::only)
        .or(this::onlyNumbers)
        .orElseThrow(
            () ->
                none(
                    "none of its outputs has a score for each of the %d classes"
                        .formatted(classes)));
  }

  /** The only output of numbers: what its shape is worth is found when it is read. */
  private Optional<Port> onlyNumbers() {
    List<Port> real = outputs.stream().filter(port -> port.kind() == Port.Kind.REAL).toList();
    return real.size() == 1 ? Optional.of(real.get(0)) : Optional.empty();
  }

  private Port only(List<Port> found) {
    if (found.size() > 1) {
      throw none(
          "several outputs may be the scores: %s"
              .formatted(found.stream().map(Port::name).collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  private LimbeckException none(String problem) {
    String all = outputs.stream().map(Port::text).collect(Collectors.joining(", "));
    return new LimbeckException(
        "%s: %s; expected one float output [examples, %d], found %s; name the right one (output.name) or export the model with it"
            .formatted(place, problem, classes, all));
  }

  private boolean hasScores(Port port) {
    long[] shape = port.shape();
    return port.kind() == Port.Kind.REAL && shape.length == 2 && shape[1] == classes;
  }

  private boolean mayHaveScores(Port port) {
    long[] shape = port.shape();
    if (!port.ranked()) {
      return port.kind() == Port.Kind.REAL;
    }
    boolean number = port.kind() == Port.Kind.REAL || port.kind() == Port.Kind.WHOLE;
    return number && shape.length > 1 && (shape[0] == classes || mayBeClasses(shape));
  }

  private boolean mayBeClasses(long[] shape) {
    return Arrays.stream(shape).skip(1).anyMatch(axis -> axis < 0 || axis == classes);
  }
}
