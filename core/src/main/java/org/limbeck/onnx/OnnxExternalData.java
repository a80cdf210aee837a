package org.limbeck.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The files beside an ONNX model that hold its weights.
 *
 * <p>The model is scanned, not loaded: weights in the model itself are skipped.
 */
public final class OnnxExternalData {
  /** What is scanned, by the fields of messages that lead to tensors: onnx.proto, version 1.16. */
  private enum Message {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    FUNCTION,
    SPARSE,
    TENSOR,
    ENTRY
  }

  private static final Map<Message, Map<Integer, Message>> FIELDS =
      Map.of(
          Message.MODEL, Map.of(7, Message.GRAPH, 25, Message.FUNCTION),
          Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE),
          Message.FUNCTION, Map.of(7, Message.NODE),
          Message.NODE, Map.of(5, Message.ATTRIBUTE),
          Message.ATTRIBUTE,
              Map.of(
                  5,
                  Message.TENSOR,
                  6,
                  Message.GRAPH,
                  10,
                  Message.TENSOR,
                  11,
                  Message.GRAPH,
                  22,
                  Message.SPARSE,
                  23,
                  Message.SPARSE),
          Message.SPARSE, Map.of(1, Message.TENSOR, 2, Message.TENSOR),
          Message.TENSOR, Map.of(13, Message.ENTRY),
          Message.ENTRY, Map.of());

  private static final int MOST_LEVELS = 100;
  private static final int MOST_FILES = 10_000;
  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;

  private final NavigableSet<String> locations = new TreeSet<>();
  private final CodedInputStream in;

  private OnnxExternalData(CodedInputStream in) {
    this.in = in;
  }

  /**
   * The names of the files, relative to the model's folder; none where the file is no ONNX model.
   * Names that leave the folder are left out: ONNX Runtime refuses such a model.
   *
   * @throws IOException if the file cannot be read
   */
  public static NavigableSet<String> of(Path model) throws IOException {
    try (InputStream bytes = Files.newInputStream(model)) {
      var scan = new OnnxExternalData(CodedInputStream.newInstance(bytes));
      scan.read(Message.MODEL, 0);
      scan.locations.removeIf(OnnxExternalData::leaves);
      return scan.locations;
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      return new TreeSet<>(); // whoever opens the model says what is wrong with it
    }
  }

  private static boolean leaves(String location) {
    String slashes = location.replace('\\', '/');
    return location.isEmpty()
        || slashes.startsWith("/")
        || slashes.contains(":")
        || ("/" + slashes + "/").contains("/../");
  }

  private void read(Message message, int level) throws IOException {
    String key = "";
    String value = "";
    while (true) {
      int tag = in.readTag();
      int field = WireFormat.getTagFieldNumber(tag);
      Message inner = FIELDS.getOrDefault(message, Map.of()).get(field);
      boolean bytes = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      if (tag == 0) {
        break;
      } else if (bytes && inner != null && level < MOST_LEVELS) {
        int limit = in.pushLimit(in.readRawVarint32());
        read(inner, level + 1);
        in.popLimit(limit);
      } else if (bytes && message == Message.ENTRY && field == ENTRY_KEY) {
        key = in.readString();
      } else if (bytes && message == Message.ENTRY && field == ENTRY_VALUE) {
        value = in.readString();
      } else if (!in.skipField(tag)) {
        break;
      }
    }
    if (key.equals("location") && locations.size() < MOST_FILES) {
      locations.add(value);
    }
  }
}
