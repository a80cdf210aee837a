package org.limbeck.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SafeTensorsTest {
  private static final SafeTensors SAMPLE =
      new SafeTensors(
          Map.of(
              "b", new SafeTensors.Tensor(List.of(2, 2), new float[] {1, 2, 3, -0.5f}),
              "a", new SafeTensors.Tensor(List.of(1), new float[] {Float.MIN_VALUE})),
          Map.of("made", "here"));

  @Test
  void toBytes_parsed_givesTheSameTensors() throws SafeTensors.CorruptFileException {
    SafeTensors read = SafeTensors.parse(SAMPLE.toBytes());
    assertThat(read.metadata()).isEqualTo(SAMPLE.metadata());
    assertThat(read.tensor("b").shape()).containsExactly(2, 2);
    assertThat(read.tensor("b").values()).containsExactly(1, 2, 3, -0.5f);
    assertThat(read.tensor("a").values()).containsExactly(Float.MIN_VALUE);
  }

  @Test
  void toBytes_layout_isTheOneOthersRead() {
    String text = new String(SAMPLE.toBytes(), StandardCharsets.ISO_8859_1);
    assertThat(text.substring(8))
        .startsWith(
            "{\"__metadata__\":{\"made\":\"here\"},"
                + "\"a\":{\"data_offsets\":[0,4],\"dtype\":\"F32\",\"shape\":[1]},"
                + "\"b\":{\"data_offsets\":[4,20],\"dtype\":\"F32\",\"shape\":[2,2]}}");
    assertThat(SAMPLE.toBytes().length % 4).isZero();
  }

  @Property(tries = 200)
  void parse_truncated_isCorruptAndNothingElse(@ForAll @IntRange(max = 170) int length) {
    byte[] whole = SAMPLE.toBytes();
    byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));
    assertThatThrownBy(() -> SafeTensors.parse(cut))
        .isInstanceOf(SafeTensors.CorruptFileException.class);
  }

  @Test
  void parse_hugeHeader_isRefusedWithoutReadingIt() {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, (byte) 0x7f);
    assertThatThrownBy(() -> SafeTensors.parse(bytes))
        .isInstanceOf(SafeTensors.CorruptFileException.class)
        .hasMessageContaining("header of");
  }
}
