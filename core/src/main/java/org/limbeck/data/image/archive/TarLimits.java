package org.limbeck.data.image.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.limbeck.LimbeckException;

/**
 * What an archive may hold: plain files and folders inside it, of limited size.
 *
 * @param entry bytes of one file at most
 * @param all bytes of the unpacked archive at most
 */
public record TarLimits(long entry, long all) {
  /** Enough for every data set of this package. */
  public static final TarLimits USUAL = new TarLimits(256L << 20, 2L << 30);

  /** Refuses an entry that is not a plain file or folder inside the archive, or too large. */
  void check(Path archive, TarArchiveEntry found) {
    if (leavesItsFolder(found.getName())) {
      throw refused(archive, found, "leaves the folder it is unpacked to");
    }
    byte type = found.getLinkFlag();
    boolean file = type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
    if (!file && !found.isDirectory()) {
      throw refused(archive, found, "is a link or a device, not a plain file");
    }
    if (found.getSize() > entry) {
      throw refused(archive, found, "has more than %,d bytes".formatted(entry));
    }
  }

  private static LimbeckException refused(Path archive, TarArchiveEntry found, String why) {
    return new LimbeckException(
        "%s: entry '%s' %s; the archive is not used, get it from its official page"
            .formatted(archive, found.getName(), why));
  }

  private static boolean leavesItsFolder(String name) {
    String path = name.replace('\\', '/');
    return path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/", -1)).contains("..");
  }

  /** Stops with an {@link IOException} where more than {@link #all} bytes come out. */
  InputStream total(InputStream unpacked) {
    return new FilterInputStream(unpacked) {
      private long left = all;

      @Override
      public int read() throws IOException {
        return counted(in.read(), 1);
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        return counted(count, Math.max(0, count));
      }

      @Override
      public long skip(long count) throws IOException {
        long skipped = in.skip(count);
        counted(0, skipped);
        return skipped;
      }

      private int counted(int result, long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
          throw new IOException("more than %,d bytes when unpacked".formatted(all));
        }
        return result;
      }
    };
  }
}
