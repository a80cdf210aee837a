package org.limbeck.store.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.onnx.OnnxExternalData;
import org.limbeck.onnx.TritonFolder;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble;
import org.limbeck.teacher.foreign.ForeignSource.OnnxModel;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;
import org.limbeck.teacher.foreign.ForeignSource.TorchScriptModel;
import org.limbeck.teacher.foreign.ForeignTeacher;

/** Reads the content of all files that decide a foreign teacher's scores. */
public final class ForeignContent {
  private static final int BUFFER = 1 << 16;

  private final ForeignTeacher teacher;
  private final String ids;
  private final Map<String, String> sums = new TreeMap<>();

  private ForeignContent(ForeignTeacher teacher, String ids) {
    this.teacher = teacher;
    this.ids = ids;
  }

  /**
   * The spec of a teacher, with the checksums of its files as they are now.
   *
   * @param ids the checksum of the data's ids, which counts where scores are joined by id
   * @throws LimbeckException if a file is missing or cannot be read
   */
  public static ForeignSpec of(ForeignTeacher teacher, String ids) {
    var content = new ForeignContent(teacher, ids);
    content.add("", teacher.source());
    return new ForeignSpec(
        teacher.source().text(), ForeignOptions.of(teacher.source()), content.sums);
  }

  /** The spec of a teacher whose files are not read. */
  public static ForeignSpec unread(ForeignTeacher teacher) {
    return new ForeignSpec(teacher.source().text(), ForeignOptions.of(teacher.source()), Map.of());
  }

  private void add(String place, ForeignSource source) {
    if (source instanceof OnnxModel model) {
      model(place + "model", model.file());
    } else if (source instanceof TorchScriptModel model) {
      file(place + "model", model.file());
    } else if (source instanceof ScoreFiles files) {
      file(place + "train", files.train());
      files.validation().ifPresent(part -> file(place + "validation", part));
      files.test().ifPresent(test -> file(place + "test", test));
      files.id().ifPresent(column -> sums.put(place + "ids", ids));
    } else if (source instanceof Ensemble ensemble) {
      for (int i = 0; i < ensemble.members().size(); i++) {
        add((i + 1) + "/", ensemble.members().get(i));
      }
    }
  }

  private void model(String place, Path model) {
    if (!Files.isDirectory(model)) {
      file(place, model);
      weightsBeside(model).forEach(name -> file(place + "/" + name, model.resolveSibling(name)));
      return;
    }
    folder(place, model);
  }

  /** What is used of a Triton folder: other versions and notes in it change no score. */
  private void folder(String place, Path folder) {
    TritonFolder read = TritonFolder.read(folder);
    List<Path> files = new ArrayList<>(read.files(folder));
    weightsBeside(read.model()).forEach(name -> files.add(read.model().resolveSibling(name)));
    for (Path file : files) {
      String name = folder.normalize().relativize(file.normalize()).toString().replace('\\', '/');
      file(place + "/" + name, file);
    }
  }

  private Iterable<String> weightsBeside(Path model) {
    try {
      return OnnxExternalData.of(model);
    } catch (IOException e) {
      throw unreadable(model, e);
    }
  }

  private void file(String place, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LimbeckException(
          "teacher '%s': %s: no such file; check the path in the study file"
              .formatted(teacher.name(), file));
    }
    MessageDigest digest = Checksums.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      var buffer = new byte[BUFFER];
      while (in.read(buffer) >= 0) {
        // The stream updates the digest.
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    sums.put(place, HexFormat.of().formatHex(digest.digest()));
  }

  private LimbeckException unreadable(Path file, IOException e) {
    return new LimbeckException(
        "teacher '%s': %s: cannot be read: %s"
            .formatted(teacher.name(), file, AtomicFiles.reason(e)),
        e);
  }
}
