package org.limbeck.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;

/**
 * UCI optical digits: 8 x 8 images with values 0..16, 3,823 for training and 1,797 for test.
 *
 * <p>Source: Alpaydin &amp; Kaynak, <i>Optical Recognition of Handwritten Digits</i>, UCI Machine
 * Learning Repository, 1998, doi 10.24432/C50P49, CC BY 4.0. Built in.
 */
public final class DigitsSource implements DatasetSource {
  private static final int[] SHAPE = {1, 8, 8};

  @Override
  public String name() {
    return "digits";
  }

  @Override
  public String description() {
    return "UCI optical digits, 8x8, 10 classes, 3,823 + 1,797 examples; built in, CC BY 4.0";
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public SourceData load(Map<String, String> options) {
    List<String> names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    return new SourceData(
        name(),
        "Alpaydin & Kaynak 1998, doi 10.24432/C50P49, CC BY 4.0",
        names,
        read("/org/limbeck/data/digits/optdigits.train.csv.gz", names),
        Optional.of(read("/org/limbeck/data/digits/optdigits.test.csv.gz", names)));
  }

  private static Examples read(String resource, List<String> names) {
    FeatureTable table = FeatureTable.read(() -> open(resource), resource, "class");
    return table.examples(SHAPE, names, List.of());
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = DigitsSource.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("resource " + resource + " is missing from the build");
    }
    return new GZIPInputStream(in);
  }
}
