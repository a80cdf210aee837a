package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The classes that a graph of {@code ai.onnx.ml} names, in the order of its scores: those of its
 * ZipMap or of its classifier (skl2onnx writes both). Read in the child process.
 */
final class OnnxClassLabels {
  /** Larger files are networks, which have no such nodes; they are not read twice. */
  private static final long MOST_BYTES = 128L << 20;

  private static final Set<String> STRINGS = Set.of("classlabels_strings", "classlabels_string");
  private static final Set<String> NUMBERS = Set.of("classlabels_ints", "classlabels_int64s");

  private OnnxClassLabels() {}

  /** The classes, or none where the graph has no such node or several that differ. */
  static List<String> of(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return List.of();
      }
      ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
      Set<List<String>> found = new HashSet<>();
      for (NodeProto node : model.getGraph().getNodeList()) {
        if (node.getDomain().equals("ai.onnx.ml")) {
          node.getAttributeList().stream()
              .map(OnnxClassLabels::labels)
              .filter(labels -> !labels.isEmpty())
              .forEach(found::add);
        }
      }
      return found.size() == 1 ? found.iterator().next() : List.of();
    } catch (InvalidProtocolBufferException e) {
      return List.of(); // ORT's own format, which ONNX Runtime reads
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> labels(AttributeProto attribute) {
    if (STRINGS.contains(attribute.getName())) {
      return attribute.getStringsList().stream().map(ByteString::toStringUtf8).toList();
    }
    if (NUMBERS.contains(attribute.getName())) {
      return attribute.getIntsList().stream().map(String::valueOf).toList();
    }
    return List.of();
  }
}
