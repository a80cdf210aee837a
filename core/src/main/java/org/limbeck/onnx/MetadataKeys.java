package org.limbeck.onnx;

/** The names of a model file's metadata that are read again when the model is scored. */
public final class MetadataKeys {
  /** Names in label order, a JSON array. */
  public static final String CLASS_NAMES = "class_names";

  /** The fingerprint of the splits that the model was trained on. */
  public static final String FINGERPRINT = "data_fingerprint";

  /** The costs c with which its training ended, a JSON array. */
  public static final String COSTS = "training_costs";

  /**
   * The inputs of a model that takes the raw columns of a table, a JSON array of {@link
   * InputMetadata}.
   */
  public static final String INPUTS = "inputs";

  private MetadataKeys() {}
}
