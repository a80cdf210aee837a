package org.limbeck.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;

class CifarSourceTest {
  @TempDir private Path folder = Path.of("");
  private Path dir = Path.of("");

  @BeforeEach
  void write() throws IOException {
    dir = CifarFolders.cifar10(folder.resolve("data"));
  }

  private SourceData cifar10(Path from) {
    return new Cifar10Source(folder.resolve("cache")).load(Map.of("dir", from.toString()));
  }

  private SourceData cifar100(Map<String, String> options) {
    return new Cifar100Source(folder.resolve("cache")).load(options);
  }

  @Test
  void load_cifar10_readsBatchesInOrder() {
    SourceData data = cifar10(dir);
    assertThat(data.classNames()).startsWith("airplane", "automobile").endsWith("truck");
    assertThat(data.train().shape()).containsExactly(3, 32, 32);
    assertThat(data.train().size()).isEqualTo(5 * CifarFolders.RECORDS);
    assertThat(data.train().classCounts(10)).containsOnly(10);
    assertThat(data.train().labels()).startsWith(0, 1, 2).endsWith(8, 9);
    assertThat(Arrays.copyOf(data.train().rows(21, 1), 4)).containsExactly(2, 1, 255, 0);
    assertThat(Arrays.copyOf(data.test().orElseThrow().rows(3, 1), 4))
        .containsExactly(6, 3, 255, 0);
  }

  @Test
  void load_namesFile_namesTheClasses() throws IOException {
    Files.writeString(dir.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
    assertThat(cifar10(dir).classNames()).startsWith("a", "b").endsWith("j");
    Files.writeString(dir.resolve("batches.meta.txt"), "a\nb\n");
    assertRefused(dir, "batches.meta.txt: 2 different class names, expected 10");
    byte[] latin = "a\nGröße\nGräße\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(dir.resolve("batches.meta.txt"), latin);
    assertRefused(dir, "batches.meta.txt, line 2: byte 0xF6 at character 3 of the line is not");
  }

  @Test
  void load_folderAroundOrArchive_isTheSame() throws IOException {
    SourceData plain = cifar10(dir);
    Path around = Files.createDirectories(folder.resolve("around"));
    CifarFolders.cifar10(around.resolve("cifar-10-batches-bin"));
    Path packed = Files.createDirectories(folder.resolve("packed"));
    Path archive =
        CifarFolders.pack(dir, "cifar-10-batches-bin", packed.resolve("cifar-10-binary.tar.gz"));
    for (Path from : new Path[] {around, packed, archive}) {
      SourceData data = cifar10(from);
      assertThat(data.train().labels()).isEqualTo(plain.train().labels());
      assertThat(data.train().rows(0, 100)).isEqualTo(plain.train().rows(0, 100));
      assertThat(data.test().orElseThrow().rows(0, 20))
          .isEqualTo(plain.test().orElseThrow().rows(0, 20));
    }
  }

  @Test
  void build_usualPlan_halvesTheOfficialTestPart() {
    DataPlan plan = DataPlan.of("cifar10", null).with("dir", dir.toString());
    Dataset data = Datasets.build(cifar10(dir), plan, 0);
    assertThat(data.classCounts(Split.TRAIN)).containsOnly(10);
    assertThat(data.classCounts(Split.VALIDATION)).containsOnly(1);
    assertThat(data.classCounts(Split.TEST)).containsOnly(1);
  }

  @Test
  void load_cifar100_hasFineOrCoarseClasses() throws IOException {
    Path from = CifarFolders.cifar100(folder.resolve("hundred"));
    SourceData fine = cifar100(Map.of("dir", from.toString()));
    assertThat(fine.name()).isEqualTo("cifar100");
    assertThat(fine.classNames()).hasSize(100).startsWith("fine0");
    assertThat(fine.train().labels()).startsWith(0, 1, 2);
    assertThat(Arrays.copyOf(fine.train().rows(7, 1), 4)).containsExactly(5, 7, 255, 0);
    SourceData coarse = cifar100(Map.of("dir", from.toString(), "labels", "coarse"));
    assertThat(coarse.name()).isEqualTo("cifar100-coarse");
    assertThat(coarse.classNames()).hasSize(20).endsWith("coarse19");
    assertThat(coarse.train().classCounts(20)).containsOnly(10);
  }

  @Test
  void load_cifar100Archive_isTheSame() throws IOException {
    Path from = CifarFolders.cifar100(folder.resolve("hundred"));
    Path archive = CifarFolders.pack(from, "./cifar-100-binary", folder.resolve("c.tgz"));
    SourceData packed = cifar100(Map.of("dir", archive.toString()));
    assertThat(packed.train().rows(0, 200))
        .isEqualTo(cifar100(Map.of("dir", from.toString())).train().rows(0, 200));
  }

  @Test
  void load_unknownLabels_suggestsTheNearest() {
    assertThatThrownBy(() -> cifar100(Map.of("dir", dir.toString(), "labels", "corse")))
        .isInstanceOf(LimbeckException.class)
        .hasMessage("data.labels: 'corse' is none of fine, coarse; did you mean 'coarse'?");
  }

  @Test
  void load_cifar100NamesMissing_saysWhereToGetThem() throws IOException {
    Path from = CifarFolders.cifar100(folder.resolve("hundred"));
    Files.delete(from.resolve("fine_label_names.txt"));
    assertThatThrownBy(() -> cifar100(Map.of("dir", from.toString())))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("fine_label_names.txt: missing; get cifar-100-binary.tar.gz");
  }

  @Test
  void load_noDir_saysHowToGiveIt() {
    assertThatThrownBy(() -> new Cifar10Source(folder).load(Map.of()))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "data.dir: missing; give it in the study file or as --data-dir DIR; get the data from"
                + " https://www.cs.toronto.edu/~kriz/cifar.html");
  }

  @Test
  void load_dirThatIsNone_isRefused() throws IOException {
    assertRefused(
        folder.resolve("none"), "none: no such folder or file; data.dir names the folder");
    Path file = Files.writeString(folder.resolve("x.zip"), "x");
    assertRefused(file, "x.zip: neither a folder nor a .tar.gz");
  }

  @Test
  void load_missingBatch_saysWhereToGetIt() throws IOException {
    Files.delete(dir.resolve("data_batch_3.bin"));
    assertRefused(dir, "data_batch_3.bin: missing; get cifar-10-binary.tar.gz from https://www.cs");
    assertRefused(folder, "data_batch_1.bin: missing");
  }

  @Test
  void load_truncatedBatch_namesFileAndSizes() throws IOException {
    Path batch = dir.resolve("data_batch_2.bin");
    Files.write(batch, Arrays.copyOf(Files.readAllBytes(batch), 3073 * 2 + 5));
    assertRefused(
        dir, "data_batch_2.bin: 6,151 bytes, not one or more whole records of 3,073 bytes");
    Files.write(batch, new byte[0]);
    assertRefused(dir, "data_batch_2.bin: 0 bytes");
  }

  @Test
  void load_labelOutOfRange_namesFileAndRecord() throws IOException {
    Path batch = dir.resolve("test_batch.bin");
    byte[] bytes = Files.readAllBytes(batch);
    bytes[3 * 3073] = (byte) 200;
    Files.write(batch, bytes);
    assertRefused(dir, "test_batch.bin, record 4: label 200, but there are 10 classes");
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  private void assertRefused(Path from, String message) {
    assertThatThrownBy(() -> cifar10(from))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }
}
