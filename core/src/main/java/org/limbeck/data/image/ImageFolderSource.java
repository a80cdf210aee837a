package org.limbeck.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.SourceData;
import org.limbeck.data.image.cache.CacheFolder;
import org.limbeck.data.image.cache.CacheName;
import org.limbeck.data.image.cache.ImageCache;
import org.limbeck.data.image.picture.PictureDecoder;

/**
 * Your own pictures, a folder for each class.
 *
 * <p>Option {@code dir}: the folder with {@code train/CLASS/...} and, where there is an official
 * test part, {@code test/CLASS/...} or {@code val/CLASS/...}; or with the class folders themselves.
 * Option {@code size} (default 64): the shorter side of each picture is brought to it, and the
 * middle {@code size x size} is taken. Option {@code onBadImage}: {@code error} (default) or {@code
 * skip}; then option {@code badImages} (default 0.01) is the share of a class that may be left out.
 * Option {@code group: folder}: each class has a folder for each group, {@code
 * train/CLASS/GROUP/...}; a group need not have all classes. Classes, groups and files are in the
 * order of their names.
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
    return "your own pictures, one folder a class; dir: FOLDER, size: 64, onBadImage: error|skip,"
        + " badImages: 0.01, group: none|folder (CLASS/GROUP/1.jpg)";
  }

  @Override
  public List<String> options() {
    return List.of("dir", "size", "onBadImage", "badImages", "group");
  }

  @Override
  public SourceData load(Map<String, String> options) {
    return load(options, DecodingListener.NONE);
  }

  @Override
  public SourceData load(Map<String, String> options, DecodingListener listener) {
    Path dir = ImageOptions.dir(options, "your own collection");
    boolean grouped =
        ImageOptions.word(options, "group", List.of("none", "folder")).equals("folder");
    ImageFolders folders = ImageFolders.in(dir, grouped);
    List<LabelledFile> train = ClassFolder.labelled(folders.train());
    List<LabelledFile> test = ClassFolder.labelled(folders.test());
    if (!grouped) {
      return load(options, listener, folders, folders.classNames(), train, test);
    }
    GroupFolders groups = GroupFolders.of(dir, train, test);
    List<String> cells = groups.cells(folders.classNames());
    return groups.apart(
        load(options, listener, folders, cells, groups.numbered(train), groups.numbered(test)),
        folders.classNames());
  }

  private SourceData load(
      Map<String, String> options,
      DecodingListener listener,
      ImageFolders folders,
      List<String> labels,
      List<LabelledFile> train,
      List<LabelledFile> test) {
    int size = ImageOptions.size(options);
    boolean skipBad = ImageOptions.skipBad(options);
    double badShare = ImageOptions.badShare(options);
    String name =
        CacheName.of(
            name(),
            Map.of(
                "size", Integer.toString(size),
                "skip", skipBad ? Double.toString(badShare) : "false",
                "labels", labels.toString(),
                "notes", folders.notes().toString()),
            Stream.concat(train.stream(), test.stream()).map(LabelledFile::file).toList());
    return cache.load(
        name,
        () ->
            new PictureFiles(
                labels,
                train,
                test,
                PictureDecoder.centre(size),
                size,
                skipBad,
                badShare,
                folders.notes(),
                listener),
        ClassFolder.nameOf(ImageOptions.dir(options, "your own collection")),
        "");
  }
}
