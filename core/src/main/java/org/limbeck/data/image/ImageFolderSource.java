package org.limbeck.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.SourceData;

/**
 * Your own pictures, a folder for each class.
 *
 * <p>Option {@code dir}: the folder with {@code train/CLASS/...} and, where there is an official
 * test part, {@code test/CLASS/...} or {@code val/CLASS/...}; or with the class folders themselves.
 * Option {@code size} (default 64): the shorter side of each picture is brought to it, and the
 * middle {@code size x size} is taken. Option {@code onBadImage}: {@code error} (default) or {@code
 * skip}. Classes and files are in the order of their names.
 */
public final class ImageFolderSource implements DatasetSource {
  private final ImageCache cache;

  /** The source, with its cache in {@link CacheFolder}. */
  public ImageFolderSource() {
    this(CacheFolder.path());
  }

  ImageFolderSource(Path cache) {
    this.cache = new ImageCache(cache);
  }

  @Override
  public String name() {
    return "image-folder";
  }

  @Override
  public String description() {
    return "your own pictures, one folder a class; dir: FOLDER, size: 64, onBadImage: error|skip";
  }

  @Override
  public List<String> options() {
    return List.of("dir", "size", "onBadImage");
  }

  @Override
  public SourceData load(Map<String, String> options) {
    return load(options, DecodingListener.NONE);
  }

  @Override
  public SourceData load(Map<String, String> options, DecodingListener listener) {
    Path dir = ImageOptions.dir(options, "your own collection");
    int size = ImageOptions.size(options);
    boolean skipBad = ImageOptions.skipBad(options);
    ImageFolders folders = ImageFolders.in(dir);
    List<LabelledFile> train = ClassFolder.labelled(folders.train());
    List<LabelledFile> test = ClassFolder.labelled(folders.test());
    String name =
        CacheName.of(
            name(),
            Map.of(
                "size", Integer.toString(size),
                "skip", Boolean.toString(skipBad),
                "notes", folders.notes().toString()),
            Stream.concat(train.stream(), test.stream()).map(LabelledFile::file).toList());
    return cache.load(
        name,
        () ->
            new PictureFiles(
                folders.classNames(),
                train,
                test,
                PictureDecoder.centre(size),
                size,
                skipBad,
                folders.notes(),
                listener),
        ClassFolder.nameOf(dir),
        "");
  }
}
