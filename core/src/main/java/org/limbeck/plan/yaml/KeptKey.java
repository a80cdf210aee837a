package org.limbeck.plan.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A key that a study file leaves out and that keeps the value of the directory's {@code
 * study.yaml}, which is not the default.
 *
 * @param key its path, like {@code student.train.epochs}
 * @param value as it is written, in one line
 * @param standard the default that would have applied; null if the key has none
 */
public record KeptKey(String key, String value, @Nullable String standard) {
  /** In words: {@code student.train.epochs: 30 (default 100)}. */
  public String text() {
    String instead = standard == null ? "not set by default" : "default " + standard;
    return "%s: %s (%s)".formatted(key, value, instead);
  }
}
