package org.limbeck.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small data sets in the layouts of CIFAR. */
public final class CifarFolders {
  /** Records of each file: each of ten classes twice. */
  static final int RECORDS = 20;

  private CifarFolders() {}

  /** CIFAR-10 in five batches and a test batch. */
  public static Path cifar10(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), records(batch, RECORDS, 10));
    }
    Files.write(folder.resolve("test_batch.bin"), records(6, RECORDS, 10));
    return folder;
  }

  /** CIFAR-100 with each fine class twice in each part; coarse is fine / 5. */
  static Path cifar100(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String part : new String[] {"train", "test"}) {
      byte[] one = records(part.length(), 200, 100);
      var two = new ByteArrayOutputStream();
      for (int i = 0; i < 200; i++) {
        two.write(one[i * 3073] / 5);
        two.write(one, i * 3073, 3073);
      }
      Files.write(folder.resolve(part + ".bin"), two.toByteArray());
    }
    Files.writeString(folder.resolve("fine_label_names.txt"), names("fine", 100));
    Files.writeString(folder.resolve("coarse_label_names.txt"), names("coarse", 20));
    return folder;
  }

  private static String names(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> word + i)
        .collect(Collectors.joining("\n", "", "\n\n"));
  }

  /** Record i has label i % classes; its pixels start with batch, i, 255. */
  static byte[] records(int batch, int count, int classes) {
    var bytes = new byte[count * 3073];
    for (int i = 0; i < count; i++) {
      bytes[i * 3073] = (byte) (i % classes);
      bytes[i * 3073 + 1] = (byte) batch;
      bytes[i * 3073 + 2] = (byte) i;
      bytes[i * 3073 + 3] = (byte) 255;
    }
    return bytes;
  }

  /** Packs the files of a folder, the last first, under {@code inside}. */
  public static Path pack(Path folder, String inside, Path archive) throws IOException {
    try (TarArchiveOutputStream tar = tar(archive);
        DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : sortedLastFirst(files)) {
        put(tar, inside + "/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return archive;
  }

  private static Iterable<Path> sortedLastFirst(Iterable<Path> files) {
    var sorted = new java.util.TreeSet<Path>(java.util.Comparator.reverseOrder());
    files.forEach(sorted::add);
    return sorted;
  }

  public static TarArchiveOutputStream tar(Path archive) throws IOException {
    OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive));
    return new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
  }

  public static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
