package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.ModelProcess;
import org.limbeck.child.NamedArray;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.teacher.foreign.ModelOutput.Kind;
import org.limbeck.teacher.intake.ColumnOrder;

/** A foreign model that is loaded in its child process. For one thread at a time. */
final class OpenModel implements AutoCloseable {
  private final ModelFile file;
  private final ModelProcess process;
  private final List<String> classNames;
  private final List<String> notes = new ArrayList<>();
  private String output = "";
  private final ClassOrder order;
  private Optional<OutputForm> form = Optional.empty();

  /**
   * Loads a model.
   *
   * @param classNames of the data
   * @throws LimbeckException if it does not load
   */
  OpenModel(ModelFile file, List<String> classNames) {
    this(file, classNames, Runtime.getRuntime().availableProcessors());
  }

  /** The same on some threads. */
  OpenModel(ModelFile file, List<String> classNames, int threads) {
    this.file = file;
    this.classNames = List.copyOf(classNames);
    process = file.open(threads);
    try {
      process.note().ifPresent(notes::add);
      order = ClassOrder.of(file, description(), this.classNames, notes);
    } catch (RuntimeException | Error e) {
      process.close();
      throw e;
    }
  }

  String place() {
    return file.path().toString();
  }

  private String outputPlace() {
    return "%s: its output '%s'".formatted(place(), output);
  }

  int classes() {
    return classNames.size();
  }

  ModelDescription description() {
    return process.description();
  }

  /**
   * Finds the output that has the scores.
   *
   * @throws LimbeckException if there is none, or several that may have them
   */
  void findOutput() {
    if (output.isEmpty()) {
      output =
          withNames(
                  () ->
                      new OutputFinder(place(), description().outputs(), classes())
                          .find(file.output().name()))
              .name();
    }
  }

  /** The name of the output that is read, once it is found. */
  String output() {
    return output;
  }

  /** What was found or decided, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** How the model gets examples of this shape. */
  InputForm input(ModelInput given, int[] shape) {
    return new InputFinder(place(), description(), given, shape, notes).find();
  }

  /** How the model would get them with another input, which is not noted. */
  InputForm trial(ModelInput other, int[] shape) {
    return new InputFinder(place(), description(), other, shape, new ArrayList<>()).find();
  }

  /** What is known of the input. */
  ModelInput given() {
    return file.input();
  }

  /**
   * The scores as the model gives them, in its own order of classes, row-major {@code [chosen,
   * classes]}.
   *
   * @param size examples there are
   */
  float[] scores(RowInputs inputs, int[] examples, int[] views, int size) {
    findOutput();
    int m = classes();
    var scores = new float[Math.multiplyExact(examples.length, m)];
    if (examples.length == 0) {
      return scores;
    }
    var runner = new BatchRunner(process, inputs, output);
    OutputForm found = form(runner, inputs, size);
    runner.run(
        examples,
        views,
        (start, count, rows, result) ->
            System.arraycopy(rows(found, result, rows), 0, scores, start * m, count * m));
    return scores;
  }

  /** The scores of all examples, as they are, in the order of the data's classes. */
  float[] scores(RowInputs inputs, int size) {
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    return ordered(inputs, all, size);
  }

  /** The same of some of them. */
  float[] ordered(RowInputs inputs, int[] examples, int size) {
    return order.applied(scores(inputs, examples, new int[examples.length], size));
  }

  /** Which class each of its scores belongs to. */
  ColumnOrder columnOrder() {
    return order.named(classNames);
  }

  /** The costs it was trained with, in the order of the data's classes, if its metadata say so. */
  Optional<double[]> costs() {
    return Optional.ofNullable(description().metadata().get(MetadataKeys.COSTS))
        .map(text -> order.applied(StoredCosts.read(place(), text, classes())));
  }

  private float[] rows(OutputForm found, NamedArray result, int rows) {
    float[] values = found.read(outputPlace(), result, rows, classes());
    return found == OutputForm.SECOND_CLASS
        ? OutputForm.ofSecondClass(kindOfOne(), values)
        : values;
  }

  private Kind kindOfOne() {
    return file.output()
        .kind()
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s has one value for each example; say whether it is a logit or a probability of class '%s' (output.kind)"
                        .formatted(outputPlace(), classNames.get(1))));
  }

  /** Adds the names of the classes to an error where the model names more or fewer. */
  private <T> T withNames(Supplier<T> found) {
    try {
      return found.get();
    } catch (LimbeckException e) {
      List<String> theirs = ClassOrder.theirs(file, description());
      if (theirs.isEmpty() || theirs.size() == classes()) {
        throw e;
      }
      throw new LimbeckException(
          e.getMessage() + " (" + ClassOrder.difference(theirs, classNames) + ")", e);
    }
  }

  private OutputForm form(BatchRunner runner, RowInputs inputs, int size) {
    if (form.isEmpty()) {
      OutputForm found =
          withNames(() -> new OutputProbe(outputPlace(), runner, inputs, classes(), size).form());
      form = Optional.of(found);
      if (found == OutputForm.BY_CLASS) {
        notes.add("output '" + output + "' is [classes, examples]; it was transposed");
      }
      if (found == OutputForm.SECOND_CLASS) {
        notes.add(
            "output '%s' has one value for each example, taken as that of class '%s'"
                .formatted(output, classNames.get(1)));
      }
    }
    return form.get();
  }

  /** Adds a note. */
  void note(String text) {
    notes.add(text);
  }

  @Override
  public void close() {
    process.close();
  }
}
