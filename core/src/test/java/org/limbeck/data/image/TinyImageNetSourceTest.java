package org.limbeck.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.data.SourceData;

class TinyImageNetSourceTest {
  @TempDir private Path folder = Path.of("");
  private Path root = Path.of("");
  private final Map<String, String> options = new HashMap<>();

  @BeforeEach
  void draw() throws IOException {
    root = folder.resolve("tiny-imagenet-200");
    options.put("dir", root.toString());
    Path val = root.resolve("val/images");
    for (String id : new String[] {"n02", "n01"}) {
      Color colour = id.equals("n02") ? Color.RED : Color.GREEN;
      Path images = root.resolve("train").resolve(id).resolve("images");
      Drawings.write(images.resolve(id + "_0.JPEG"), 64, colour);
      Drawings.write(images.resolve(id + "_1.JPEG"), grey());
      Drawings.write(val.resolve("val_" + id + ".JPEG"), 64, colour);
    }
    Files.writeString(root.resolve("wnids.txt"), "n02\nn01\n");
    Files.writeString(root.resolve("words.txt"), "n00\tthing\nn01\tlime, Citrus\nn02\tcherry\n");
    Files.writeString(
        root.resolve("val/val_annotations.txt"),
        "val_n01.JPEG\tn01\t0\t0\t9\t9\nval_n02.JPEG\tn02\t0\t0\t9\t9\n");
  }

  private static BufferedImage grey() {
    return new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
  }

  private SourceData load() {
    return new TinyImageNetSource(folder.resolve("cache")).load(options);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::load)
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  @Test
  void load_officialLayout_hasBothParts() {
    SourceData data = load();
    assertThat(data.classNames()).containsExactly("cherry", "lime");
    assertThat(data.train().shape()).containsExactly(3, 64, 64);
    assertThat(data.train().labels()).containsExactly(0, 0, 1, 1);
    assertThat(data.train().rows(0, 1)[0]).isGreaterThan(250);
    assertThat(data.train().rows(1, 1)).containsOnly(0);
    assertThat(data.test().orElseThrow().labels()).containsExactly(1, 0);
    assertThat(data.test().orElseThrow().rows(0, 1)[64 * 64]).isGreaterThan(250);
  }

  @Test
  void load_folderAround_isTheSame() {
    options.put("dir", folder.toString());
    assertThat(load().train().size()).isEqualTo(4);
  }

  @Test
  void load_sameOrNoWords_namesClassesById() throws IOException {
    Files.writeString(root.resolve("words.txt"), "n01\tcrane, bird\nn02\tcrane, machine\n");
    assertThat(load().classNames()).containsExactly("n02", "n01");
    Files.delete(root.resolve("words.txt"));
    assertThat(load().classNames()).containsExactly("n02", "n01");
  }

  @Test
  void load_wrongSize_isAnErrorOrSkipped() throws IOException {
    Drawings.write(root.resolve("train/n01/images/n01_1.JPEG"), 32, Color.GREEN);
    assertRefused("n01_1.JPEG: cannot be decoded: 32 x 32 pixels, expected 64 x 64");
    options.put("onBadImage", "skip");
    assertRefused("1 of 2 training images of class");
    options.put("badImages", "0.5");
    assertThat(load().train().labels()).containsExactly(0, 0, 1);
    assertThat(load().notes())
        .singleElement()
        .asString()
        .startsWith("undecodable images of the training part left out: ");
  }

  @Test
  void load_missingFiles_areNamed() throws IOException {
    Files.delete(root.resolve("val/images/val_n02.JPEG"));
    assertRefused("val_n02.JPEG: missing, but line 2 of val_annotations.txt names it");
    Files.delete(root.resolve("val/val_annotations.txt"));
    assertRefused("val_annotations.txt: missing; get http://cs231n.stanford.edu/tiny-imagenet");
    Files.writeString(root.resolve("wnids.txt"), "n02\nn01\nn03\n");
    assertRefused("n03/images: no such folder");
    Files.delete(root.resolve("wnids.txt"));
    assertRefused("wnids.txt: missing");
    options.put("dir", folder.resolve("none").toString());
    assertRefused("none: no such folder; get http");
  }

  @Test
  void load_badTexts_areRefusedWithLine() throws IOException {
    Path annotations = root.resolve("val/val_annotations.txt");
    for (String line : new String[] {"val_n01.JPEG n01", "x.JPEG\tn09", "../x.JPEG\tn01"}) {
      Files.writeString(annotations, "val_n01.JPEG\tn01\n" + line + "\n");
      assertRefused("val_annotations.txt, line 2: a file name, a tab and an id");
    }
    Files.writeString(root.resolve("wnids.txt"), "../etc\nn01\n");
    assertRefused("wnids.txt: two or more class ids are expected");
  }

  @Test
  void load_wordsInLatin1_areRefusedWithLine() throws IOException {
    byte[] latin = "n01\tcafé\nn02\tlime\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(root.resolve("words.txt"), latin);
    assertRefused("words.txt, line 1: byte 0xE9 at character 8 of the line is not text in UTF-8");
  }
}
