package org.limbeck.data.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;

/**
 * The class folders of both parts of a data set.
 *
 * @param train the training part, one folder a class
 * @param test the test part, of the same classes; or empty
 * @param notes which folders are not read
 */
record ImageFolders(List<ClassFolder> train, List<ClassFolder> test, List<String> notes) {

  /**
   * Finds {@code train/CLASS} and {@code test/CLASS} or {@code val/CLASS}; where there is no {@code
   * train}, the folders in {@code dir} are the classes and there is no test part.
   *
   * @param grouped whether each class folder has a folder for each group
   */
  static ImageFolders in(Path dir, boolean grouped) {
    if (!Files.isDirectory(dir)) {
      throw new LimbeckException(
          dir + ": no such folder; data.dir names the folder with the class folders");
    }
    if (!Files.isDirectory(dir.resolve("train"))) {
      return new ImageFolders(classes(dir, grouped), List.of(), List.of());
    }
    List<ClassFolder> test = List.of();
    List<String> notes = new ArrayList<>();
    for (String part : List.of("test", "val")) {
      Path folder = dir.resolve(part);
      if (test.isEmpty() && ClassFolder.anyIn(folder)) {
        test = ClassFolder.in(folder, grouped);
      } else if (Files.isDirectory(folder)) {
        notes.add(
            part + "/ is not read: " + (test.isEmpty() ? "no class folder in it" : "test/ is"));
      }
    }
    List<ClassFolder> train = classes(dir.resolve("train"), grouped);
    requireSame(dir, names(train), names(test));
    return new ImageFolders(train, test, notes);
  }

  private static List<ClassFolder> classes(Path folder, boolean grouped) {
    List<ClassFolder> classes = ClassFolder.in(folder, grouped);
    if (classes.size() < 2) {
      throw new LimbeckException(
          "%s: %d class folders in it, 2 or more are needed: one folder of pictures a class"
              .formatted(folder, classes.size()));
    }
    return classes;
  }

  private static void requireSame(Path dir, List<String> train, List<String> test) {
    if (!test.isEmpty() && !test.equals(train)) {
      throw new LimbeckException(
          "%s: the class folders of the parts differ: only in train %s, only in test %s"
              .formatted(dir, without(train, test), without(test, train)));
    }
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).limit(5).toList();
  }

  private static List<String> names(List<ClassFolder> folders) {
    return folders.stream().map(ClassFolder::name).toList();
  }

  /** Class names in label order. */
  List<String> classNames() {
    return names(train);
  }
}
