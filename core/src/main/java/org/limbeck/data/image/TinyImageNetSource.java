package org.limbeck.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.SourceData;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.image.cache.CacheFolder;
import org.limbeck.data.image.cache.CacheName;
import org.limbeck.data.image.cache.ImageCache;
import org.limbeck.data.image.picture.PictureDecoder;

/**
 * Tiny ImageNet: 200 classes of ImageNet in 64 x 64, 100,000 for training and 10,000 for test.
 *
 * <p>Source: Stanford CS231n. The test part is its official validation part, as the labels of its
 * own test part were never published. Classes are in the order of {@code wnids.txt}. Option {@code
 * dir}: the unpacked folder {@code tiny-imagenet-200}, or the one it is in. Option {@code
 * onBadImage}: {@code error} (default) or {@code skip}.
 */
public final class TinyImageNetSource implements DatasetSource {
  private static final int SIZE = 64;

  private final ImageCache cache;

  /** The source, with its cache in {@link CacheFolder}. */
  public TinyImageNetSource() {
    this(CacheFolder.path());
  }

  TinyImageNetSource(Path cache) {
    this.cache = new ImageCache(cache);
  }

  @Override
  public String name() {
    return "tiny-imagenet";
  }

  @Override
  public String description() {
    return "Tiny ImageNet, 64x64, 200 classes, 100,000 + 10,000; dir: FOLDER, onBadImage: error|skip,"
        + " badImages: 0.01";
  }

  @Override
  public List<String> options() {
    return List.of("dir", "onBadImage", "badImages");
  }

  @Override
  public ValidationFrom usualValidation() {
    return ValidationFrom.TEST;
  }

  @Override
  public SourceData load(Map<String, String> options) {
    return load(options, DecodingListener.NONE);
  }

  @Override
  public SourceData load(Map<String, String> options, DecodingListener listener) {
    Path dir = ImageOptions.dir(options, TinyImageNetFiles.PAGE);
    boolean skipBad = ImageOptions.skipBad(options);
    double badShare = ImageOptions.badShare(options);
    var files = new TinyImageNetFiles(dir);
    List<LabelledFile> train = files.train();
    List<LabelledFile> test = files.validation();
    return cache.load(
        cacheName(files, train, test, skipBad ? Double.toString(badShare) : "false"),
        () ->
            new PictureFiles(
                files.classNames(),
                train,
                test,
                PictureDecoder.exact(SIZE),
                SIZE,
                skipBad,
                badShare,
                List.of(),
                listener),
        name(),
        "Stanford CS231n, after ImageNet (non-commercial research), " + TinyImageNetFiles.PAGE);
  }

  private String cacheName(
      TinyImageNetFiles files, List<LabelledFile> train, List<LabelledFile> test, String skip) {
    List<Path> all = new ArrayList<>(files.texts());
    Stream.of(train, test).flatMap(List::stream).map(LabelledFile::file).forEach(all::add);
    return CacheName.of(name(), Map.of("skip", skip), all);
  }
}
