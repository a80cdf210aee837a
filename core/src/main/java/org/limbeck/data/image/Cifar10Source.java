package org.limbeck.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.SourceData;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.image.archive.BatchFiles;
import org.limbeck.data.image.cache.CacheFolder;
import org.limbeck.data.image.cache.CacheName;
import org.limbeck.data.image.cache.ImageCache;

/**
 * CIFAR-10 in its binary version: 32 x 32 colour images, 50,000 for training and 10,000 for test.
 *
 * <p>Source: Krizhevsky, <i>Learning multiple layers of features from tiny images</i>, technical
 * report, University of Toronto, 2009. Option {@code dir}: the folder with {@code
 * data_batch_1.bin}, ... {@code test_batch.bin}, or {@code cifar-10-binary.tar.gz}, or the folder
 * that one of them is in.
 */
public final class Cifar10Source implements DatasetSource {
  static final CifarLayout LAYOUT =
      new CifarLayout(
          "cifar-10-batches-bin",
          "cifar-10-binary.tar.gz",
          List.of(
              "data_batch_1.bin",
              "data_batch_2.bin",
              "data_batch_3.bin",
              "data_batch_4.bin",
              "data_batch_5.bin"),
          "test_batch.bin",
          1,
          0,
          10,
          "batches.meta.txt",
          List.of(
              "airplane",
              "automobile",
              "bird",
              "cat",
              "deer",
              "dog",
              "frog",
              "horse",
              "ship",
              "truck"));

  private final ImageCache cache;

  /** The source, with its cache in {@link CacheFolder}. */
  public Cifar10Source() {
    this(CacheFolder.path());
  }

  public Cifar10Source(Path cache) {
    this.cache = new ImageCache(cache);
  }

  @Override
  public String name() {
    return "cifar10";
  }

  @Override
  public String description() {
    return "CIFAR-10, 32x32, 10 classes, 50,000 + 10,000; binary version; dir: FOLDER or .tar.gz";
  }

  @Override
  public List<String> options() {
    return List.of("dir");
  }

  @Override
  public ValidationFrom usualValidation() {
    return ValidationFrom.TEST;
  }

  @Override
  public SourceData load(Map<String, String> options) {
    BatchFiles files = CifarFinder.find(ImageOptions.dir(options, CifarLayout.PAGE), LAYOUT);
    return cache.load(
        CacheName.of(name(), Map.of(), files.onDisk(LAYOUT.files())),
        () -> new CifarImages(files, LAYOUT),
        name(),
        "Krizhevsky 2009, no licence stated, " + CifarLayout.PAGE);
  }
}
