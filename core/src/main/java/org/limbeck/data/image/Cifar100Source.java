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
 * CIFAR-100 in its binary version: 32 x 32 colour images, 50,000 for training and 10,000 for test.
 *
 * <p>Source: Krizhevsky, <i>Learning multiple layers of features from tiny images</i>, technical
 * report, University of Toronto, 2009. Option {@code dir}: the folder with {@code train.bin} and
 * {@code test.bin}, or {@code cifar-100-binary.tar.gz}, or the folder that one of them is in.
 * Option {@code labels}: {@code fine} (100 classes) or {@code coarse} (20).
 */
public final class Cifar100Source implements DatasetSource {
  private static final List<String> LABELS = List.of("fine", "coarse");

  private final ImageCache cache;

  /** The source, with its cache in {@link CacheFolder}. */
  public Cifar100Source() {
    this(CacheFolder.path());
  }

  Cifar100Source(Path cache) {
    this.cache = new ImageCache(cache);
  }

  @Override
  public String name() {
    return "cifar100";
  }

  @Override
  public String description() {
    return "CIFAR-100, 32x32, 50,000 + 10,000; dir: FOLDER or .tar.gz, labels: fine|coarse";
  }

  @Override
  public List<String> options() {
    return List.of("dir", "labels");
  }

  @Override
  public ValidationFrom usualValidation() {
    return ValidationFrom.TEST;
  }

  @Override
  public SourceData load(Map<String, String> options) {
    String labels = ImageOptions.word(options, "labels", LABELS);
    CifarLayout layout = layout(labels.equals("fine"));
    BatchFiles files = CifarFinder.find(ImageOptions.dir(options, CifarLayout.PAGE), layout);
    return cache.load(
        CacheName.of(name(), Map.of("labels", labels), files.onDisk(layout.files())),
        () -> new CifarImages(files, layout),
        labels.equals("fine") ? name() : name() + "-coarse",
        "Krizhevsky 2009, no licence stated, " + CifarLayout.PAGE);
  }

  private static CifarLayout layout(boolean fine) {
    return new CifarLayout(
        "cifar-100-binary",
        "cifar-100-binary.tar.gz",
        List.of("train.bin"),
        "test.bin",
        2,
        fine ? 1 : 0,
        fine ? 100 : 20,
        fine ? "fine_label_names.txt" : "coarse_label_names.txt",
        List.of());
  }
}
