package org.limbeck.data.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.image.cache.ImageSet;
import org.limbeck.data.image.picture.PictureDecoder;

/**
 * Picture files with their classes, decoded several at once and delivered in their order.
 *
 * @param classNames in label order
 * @param train the training part
 * @param test the test part, or empty
 * @param decoder makes the pixels
 * @param size rows and columns of what the decoder makes
 * @param skipBad whether a file that cannot be decoded is left out; else it is an error
 * @param badShare the share of a class that may be left out, in [0, 1]
 * @param layoutNotes what there is to say about the folders
 * @param listener receives how many are decoded
 */
record PictureFiles(
    List<String> classNames,
    List<LabelledFile> train,
    List<LabelledFile> test,
    PictureDecoder decoder,
    int size,
    boolean skipBad,
    double badShare,
    List<String> layoutNotes,
    DecodingListener listener)
    implements ImageSet {
  /** Pictures decoded before they are delivered: enough for all cores... */
  private static final int CHUNK = 256;

  /** ... and not too much for the heap. */
  private static final int CHUNK_BYTES = 1 << 26;

  /** Pixels, or why there are none. */
  @SuppressWarnings("ArrayRecordComponent") // on its way through one method
  private record Decoded(Path file, byte @Nullable [] pixels, String failure) {}

  @Override
  public int[] shape() {
    return new int[] {3, size, size};
  }

  @Override
  public List<String> decode(Sink trainSink, Sink testSink) {
    List<String> notes = new ArrayList<>(layoutNotes);
    decode(train, trainSink, "training", notes);
    decode(test, testSink, "test", notes);
    return notes;
  }

  private void decode(List<LabelledFile> files, Sink sink, String part, List<String> notes) {
    var bad = new BadImages(part, classNames, badShare);
    int step = Math.min(CHUNK, Math.max(1, CHUNK_BYTES / (3 * size * size)));
    for (int start = 0; start < files.size(); start += step) {
      List<LabelledFile> chunk = files.subList(start, Math.min(files.size(), start + step));
      List<Decoded> decoded = chunk.parallelStream().map(this::decode).toList();
      for (int i = 0; i < chunk.size(); i++) {
        deliver(decoded.get(i), chunk.get(i).label(), sink, bad);
      }
      listener.decoded(start + chunk.size(), files.size());
    }
    notes.addAll(bad.notes());
  }

  private Decoded decode(LabelledFile picture) {
    Path file = picture.file();
    try {
      return new Decoded(file, decoder.decode(file), "");
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Decoded(file, null, reason);
    }
  }

  private void deliver(Decoded decoded, int label, Sink sink, BadImages bad) {
    if (decoded.pixels() != null) {
      sink.add(decoded.pixels(), label);
      bad.good(label);
    } else if (skipBad) {
      bad.bad(label, decoded.file() + " (" + decoded.failure() + ")");
    } else {
      throw new LimbeckException(
          "%s: cannot be decoded: %s; mend or delete it, or set data.onBadImage: skip"
              .formatted(decoded.file(), decoded.failure()));
    }
  }
}
