package org.limbeck.scores.column;

/** What scores are. */
public enum ScoreKind {
  /** Any finite numbers; their softmax is the probability. */
  LOGITS("logits"),
  /** In [0, 1], about 1 together for each example. */
  PROBABILITIES("probabilities");

  private final String label;

  ScoreKind(String label) {
    this.label = label;
  }

  /** The word for people and options. */
  public String label() {
    return label;
  }
}
