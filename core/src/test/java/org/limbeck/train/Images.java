package org.limbeck.train;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;

/** Small synthetic images of three classes that differ in their mean colour. */
public final class Images {
  public static final int CLASSES = 3;
  private static final int[] SHAPE = {3, 8, 8};
  private static final int SIZE = 3 * 8 * 8;

  private Images() {}

  /** Images with labels 0, 1, 2, 0, ...; the rows of the store are in another order. */
  public static Examples of(int count, long seed) {
    var random = new SplittableRandom(seed);
    var bytes = new byte[count * SIZE];
    int[] rows = IntStream.range(0, count).map(i -> (i * 7 + 3) % count).toArray();
    int[] labels = IntStream.range(0, count).map(i -> i % CLASSES).toArray();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < SIZE; j++) {
        bytes[rows[i] * SIZE + j] = (byte) (60 + 40 * labels[i] + random.nextInt(80));
      }
    }
    return new Examples(SHAPE, new ByteValues(ByteStore.of(bytes, SIZE), rows), labels);
  }

  /** A network for them. */
  public static NetworkDescription network(String name, Examples train) {
    return NetworkDescription.of(NetworkSpec.parse(name), SHAPE, CLASSES, Normalisation.of(train));
  }
}
