package org.limbeck.metric;

/** The check that all confidence levels share. */
final class Levels {
  private Levels() {}

  static void check(String name, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          name + ": expected a number between 0 and 1, found " + level);
    }
  }
}
