package org.limbeck.export;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.onnx.OnnxExport;
import org.limbeck.store.Records;

class RunMetadataTest {
  @Test
  void of_student_isAsInEarlierVersions() throws InvalidProtocolBufferException {
    NetworkDescription network = Students.network("mlp 2");
    byte[] model =
        OnnxExport.toBytes(
            network,
            Students.randomState(network, 1),
            RunMetadata.of(Records.student(), "a licence"));
    String metadata =
        OnnxMl.ModelProto.parseFrom(model).getMetadataPropsList().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Golden.check("onnx-metadata.txt", metadata);
  }
}
