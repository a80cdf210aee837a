package org.limbeck.child;

import java.util.List;

/** A model that is loaded in the child process. */
public interface ServedModel extends AutoCloseable {
  /** What it says of itself. */
  ModelDescription description();

  /**
   * Runs one batch.
   *
   * @param inputs one for each input of the model
   * @param wanted the outputs to compute
   * @return these outputs, in their order
   * @throws IllegalStateException if it does not run, with the reason
   */
  List<NamedArray> run(List<NamedArray> inputs, List<String> wanted);

  @Override
  void close();

  /** Loads a model. */
  @FunctionalInterface
  interface Loader {
    /**
     * Loads a model file.
     *
     * @throws IllegalStateException if it cannot be loaded, with the reason
     */
    ServedModel load(String file, int threads);
  }
}
