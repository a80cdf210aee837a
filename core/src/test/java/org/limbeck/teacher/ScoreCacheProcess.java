package org.limbeck.teacher;

import java.io.IOException;
import java.nio.file.Path;
import org.limbeck.data.Views;

/** Fills a cache in a process of its own. */
final class ScoreCacheProcess {
  private ScoreCacheProcess() {}

  /** Fills every view; with the second argument 1 it says when it begins, and does not hurry. */
  public static void main(String[] arguments) throws InterruptedException {
    boolean slow = arguments[1].equals("1");
    try (var cache = new ScoreCache(Path.of(arguments[0]), ScoreCacheTest.key("a"))) {
      for (int shift = 0; shift < new Views(1, Views.Flip.RANDOM, 0).count(); shift++) {
        cache.fill(ScoreCacheTest.examples(), ScoreCacheTest.views(shift), ScoreCacheTest::score);
        if (slow) {
          System.out.print('.');
          System.out.flush();
          Thread.sleep(5);
        }
      }
    }
  }

  static Process start(Path folder, int slow) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ScoreCacheProcess.class.getName(),
            folder.toString(),
            Integer.toString(slow))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
