package org.limbeck.gate.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.BuildVersion;

/**
 * The looks at test sets, one JSON line each, in a file that only grows.
 *
 * <p>A look is a candidate judged by rules on rows. A look at any row of an earlier one counts as
 * one more; the same candidate, rules and rows are the same look, and are written down again.
 */
public final class Ledger {
  /*
   * Two kinds of lines: the rows of a test set, once, and the looks at it, by the name of its rows.
   * Rows are 64-bit hashes in base64, 11 bytes a row: any overlap must be found, so a sketch of a
   * few hashes would not do, and one file is easier to keep between runs of a CI than two. A set
   * that contains earlier ones, as a growing one does, writes its new rows and the names of the
   * others, so a ledger takes 11 bytes for each row ever judged, not for each row and look: 11 MB
   * for a million.
   *
   * The file is locked while a candidate is judged, so that two checks at once are two looks. Both
   * lines of a check are one write, cut back if it fails.
   */
  private static final long MOST_BYTES = 512L << 20;

  /** Checks in this process: a file lock is held by the process, not by the thread. */
  private static final Object IN_PROCESS = new Object();

  private final Path file;

  private Ledger(Path file) {
    this.file = file;
  }

  /** The ledger in a file, which is created by the first look. */
  public static Ledger at(Path file) {
    return new Ledger(file);
  }

  /**
   * What came of a look.
   *
   * @param result of judging
   * @param failure why the look could not be written down, a sentence; empty if it was
   */
  public record Taken<T>(T result, Optional<String> failure) {}

  /**
   * Judges a look by its number, and writes it down.
   *
   * @param judge judges, given the look
   * @param verdict the word for its result
   * @throws LimbeckException if the file is not a ledger, or looks are planned and it cannot be
   *     written
   */
  public <T> Taken<T> look(LookKey key, Function<Look, T> judge, Function<T, String> verdict) {
    synchronized (IN_PROCESS) {
      FileChannel opened;
      try {
        opened =
            FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      } catch (IOException e) {
        return unwritten(key, judge, e);
      }
      try (FileChannel channel = opened) {
        return look(channel, key, judge, verdict);
      } catch (IOException e) {
        return unwritten(key, judge, e);
      }
    }
  }

  private <T> Taken<T> look(
      FileChannel channel, LookKey key, Function<Look, T> judge, Function<T, String> verdict)
      throws IOException {
    var lock = channel.lock();
    try {
      LedgerScan scan = scan(channel, key);
      Look look = scan.look();
      T result = judge.apply(look);
      try {
        append(channel, lines(scan, key, look.number(), verdict.apply(result)));
      } catch (IOException e) {
        return withFailure(key, result, e);
      }
      return new Taken<>(result, Optional.empty());
    } finally {
      lock.release();
    }
  }

  private LedgerScan scan(FileChannel channel, LookKey key) throws IOException {
    if (channel.size() > MOST_BYTES) {
      throw new LimbeckException(
          "%s: larger than %d MB; begin a ledger for a new test set"
              .formatted(file, MOST_BYTES >> 20));
    }
    var scan = new LedgerScan(file.toString(), key);
    var reader =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      scan.add(line);
    }
    return scan;
  }

  private static String lines(LedgerScan scan, LookKey key, int number, String verdict) {
    var lines = new StringBuilder();
    if (!scan.knowsRows()) {
      lines.append(LedgerLine.write(rows(scan, key)));
    }
    return lines.append(LedgerLine.write(look(key, number, verdict))).toString();
  }

  private static Map<String, @Nullable Object> rows(LedgerScan scan, LookKey key) {
    Map<String, @Nullable Object> rows = new LinkedHashMap<>();
    rows.put("kind", LedgerScan.ROWS);
    rows.put("rows", key.rows().id());
    rows.put("count", key.rows().size());
    rows.put("parts", scan.parts());
    rows.put("hashes", Base64.getEncoder().encodeToString(scan.newRows().bytes()));
    return rows;
  }

  private static Map<String, @Nullable Object> look(LookKey key, int number, String verdict) {
    Map<String, @Nullable Object> look = new LinkedHashMap<>();
    look.put("kind", LedgerScan.LOOK);
    look.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    look.put("candidate", key.candidate());
    look.put("rules", key.rules());
    look.put("rows", key.rows().id());
    look.put("confidence", key.confidence());
    look.put("planned", key.planned().isPresent() ? key.planned().getAsInt() : null);
    look.put("look", number);
    look.put("verdict", verdict);
    look.put("limbeck", BuildVersion.text());
    return look;
  }

  private static void append(FileChannel channel, String lines) throws IOException {
    long size = channel.size();
    String text = endsLine(channel, size) ? lines : "\n" + lines;
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try {
      channel.position(size);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(size);
      throw e;
    }
  }

  private static boolean endsLine(FileChannel channel, long size) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return size == 0 || (channel.read(last, size - 1) == 1 && last.get(0) == '\n');
  }

  /** Judges a look that cannot be written down: by what can be read. */
  private <T> Taken<T> unwritten(LookKey key, Function<Look, T> judge, IOException e) {
    requireNoPlan(key, e);
    LedgerScan scan = new LedgerScan(file.toString(), key);
    if (Files.isReadable(file) && Files.isRegularFile(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        scan = scan(channel, key);
      } catch (IOException unreadable) {
        scan = new LedgerScan(file.toString(), key); // without any looks, as the note says
      }
    }
    return withFailure(key, judge.apply(scan.look()), e);
  }

  private <T> Taken<T> withFailure(LookKey key, T result, IOException e) {
    requireNoPlan(key, e);
    return new Taken<>(
        result,
        Optional.of(
            "%s: cannot be written: %s; this look is not counted by later checks"
                .formatted(file, AtomicFiles.reason(e))));
  }

  private void requireNoPlan(LookKey key, IOException e) {
    if (key.planned().isPresent()) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }
}
