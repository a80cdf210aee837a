package org.limbeck.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.StrictText;

/** Finds the files of Tiny ImageNet in its folder. */
final class TinyImageNetFiles {
  static final String PAGE = "http://cs231n.stanford.edu/tiny-imagenet-200.zip";

  private static final String WNIDS = "wnids.txt";
  private static final String WORDS = "words.txt";
  private static final String ANNOTATIONS = "val/val_annotations.txt";

  private final Path root;
  private final List<String> wnids;

  /** The files in {@code dir}, or in {@code tiny-imagenet-200} in it. */
  TinyImageNetFiles(Path dir) {
    Path inside = dir.resolve("tiny-imagenet-200");
    root = Files.isDirectory(inside) ? inside : dir;
    if (!Files.isDirectory(root)) {
      throw new LimbeckException(
          "%s: no such folder; get %s, unpack it, and name its folder as data.dir"
              .formatted(root, PAGE));
    }
    wnids =
        lines(WNIDS).stream().map(String::strip).filter(id -> !id.isEmpty()).distinct().toList();
    if (wnids.size() < 2 || wnids.stream().anyMatch(id -> !id.matches("\\w+"))) {
      throw new LimbeckException(
          root.resolve(WNIDS) + ": two or more class ids are expected, such as n01443537");
    }
  }

  /** The pictures of {@code train/ID/images}, class by class. */
  List<LabelledFile> train() {
    Path train = root.resolve("train");
    return ClassFolder.labelled(
        wnids.stream().map(id -> new ClassFolder(id, pictures(train.resolve(id)))).toList());
  }

  private static List<Path> pictures(Path folder) {
    Path images = folder.resolve("images");
    if (!Files.isDirectory(images)) {
      throw new LimbeckException(images + ": no such folder; get it from " + PAGE);
    }
    return ClassFolder.pictures(images);
  }

  /** The pictures of {@code val/images}, in the order of {@code val_annotations.txt}. */
  List<LabelledFile> validation() {
    List<String> lines = lines(ANNOTATIONS);
    List<LabelledFile> files = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        files.add(annotated(lines.get(i), i + 1));
      }
    }
    return files;
  }

  private LabelledFile annotated(String line, int number) {
    String[] fields = line.split("\t", -1);
    int label = fields.length < 2 ? -1 : wnids.indexOf(fields[1]);
    if (label < 0 || !fields[0].matches("\\w[\\w.-]*")) {
      throw new LimbeckException(
          "%s, line %d: a file name, a tab and an id of wnids.txt are expected"
              .formatted(root.resolve(ANNOTATIONS), number));
    }
    Path file = root.resolve("val/images").resolve(fields[0]);
    if (!Files.isRegularFile(file)) {
      throw new LimbeckException(
          "%s: missing, but line %d of val_annotations.txt names it; get it from %s"
              .formatted(file, number, PAGE));
    }
    return new LabelledFile(file, label);
  }

  /** What {@code words.txt} calls the classes, if that tells them apart; else their ids. */
  List<String> classNames() {
    Map<String, String> words = new HashMap<>();
    if (Files.isRegularFile(root.resolve(WORDS))) {
      for (String line : lines(WORDS)) {
        String[] fields = line.split("\t", 2);
        words.put(fields[0], fields[fields.length - 1].split(",", 2)[0].strip());
      }
    }
    List<String> names = wnids.stream().map(id -> words.getOrDefault(id, id)).toList();
    return names.stream().distinct().count() == names.size() ? names : wnids;
  }

  /** The text files that say what the classes are, those that exist. */
  List<Path> texts() {
    return Stream.of(WNIDS, WORDS, ANNOTATIONS)
        .map(root::resolve)
        .filter(Files::isRegularFile)
        .toList();
  }

  private List<String> lines(String name) {
    Path file = root.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new LimbeckException(
          "%s: missing; get %s, unpack it, and name its folder as data.dir".formatted(file, PAGE));
    }
    try {
      return StrictText.of(Files.readAllBytes(file), file.toString(), "get it from " + PAGE)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
