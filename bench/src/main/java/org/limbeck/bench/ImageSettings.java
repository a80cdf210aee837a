package org.limbeck.bench;

import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.LongTail;

/**
 * What a measurement is made with.
 *
 * @param threads LibTorch threads
 * @param batch examples of a step
 * @param rounds how often it is measured
 * @param seconds of a round
 * @param dataDir CIFAR-10, or null for random images
 */
record ImageSettings(int threads, int batch, int rounds, double seconds, @Nullable String dataDir) {
  private static final int RANDOM_IMAGES = 10_000;
  private static final int SIZE = 3 * 32 * 32;

  static ImageSettings of(Map<String, String> options) {
    return new ImageSettings(
        Integer.parseInt(options.getOrDefault("--threads", "1")),
        Integer.parseInt(options.getOrDefault("--batch", "128")),
        Integer.parseInt(options.getOrDefault("--rounds", "1")),
        Double.parseDouble(options.getOrDefault("--seconds", "5")),
        options.get("--data-dir"));
  }

  /** The plan of CIFAR-10 with a long tail. */
  DataPlan longTailed() {
    if (dataDir == null) {
      throw new IllegalArgumentException("this work needs --data-dir");
    }
    return DataPlan.of("cifar10", new LongTail(100, LongTail.Order.LABEL)).with("dir", dataDir);
  }

  /** Training images: of CIFAR-10, or random ones. */
  Examples train() {
    if (dataDir != null) {
      Dataset data = Datasets.build(DataPlan.of("cifar10", null).with("dir", dataDir), 0);
      return data.train();
    }
    var random = new SplittableRandom(0);
    var bytes = new byte[RANDOM_IMAGES * SIZE];
    random.nextBytes(bytes);
    int[] rows = new int[RANDOM_IMAGES];
    int[] labels = new int[RANDOM_IMAGES];
    for (int i = 0; i < RANDOM_IMAGES; i++) {
      rows[i] = i;
      labels[i] = i % 10;
    }
    return new Examples(
        new int[] {3, 32, 32}, new ByteValues(ByteStore.of(bytes, SIZE), rows), labels);
  }
}
