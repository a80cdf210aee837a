package org.limbeck.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;

/**
 * The pictures of one class.
 *
 * @param name the class
 * @param files sorted by name, at least one
 */
record ClassFolder(String name, List<Path> files) {
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "bmp", "gif");

  /**
   * The class folders in {@code parent}, sorted by name; hidden ones do not count.
   *
   * @param grouped whether each has a folder for each group, and the pictures in those
   */
  static List<ClassFolder> in(Path parent, boolean grouped) {
    return children(parent, Files::isDirectory).stream()
        .map(
            folder ->
                new ClassFolder(nameOf(folder), grouped ? inGroups(folder) : pictures(folder)))
        .toList();
  }

  private static List<Path> inGroups(Path folder) {
    List<Path> loose = children(folder, ClassFolder::isPicture);
    List<Path> groups = children(folder, Files::isDirectory);
    if (!loose.isEmpty() || groups.isEmpty()) {
      throw new LimbeckException(
          "%s: with data.group: folder, the pictures of a class are in a folder for each group, as in"
                  .formatted(loose.isEmpty() ? folder : loose.get(0))
              + " CLASS/GROUP/1.jpg; move them, or leave group out");
    }
    return groups.stream().map(ClassFolder::pictures).flatMap(List::stream).toList();
  }

  /**
   * The pictures in a folder, sorted by name.
   *
   * @throws LimbeckException if there is none
   */
  static List<Path> pictures(Path folder) {
    List<Path> files = children(folder, ClassFolder::isPicture);
    if (files.isEmpty()) {
      throw new LimbeckException(
          folder + ": no picture in it (png, jpg, jpeg, bmp, gif); add some, or delete the folder");
    }
    return files;
  }

  /** Whether there is a folder in {@code parent} that may be that of a class. */
  static boolean anyIn(Path parent) {
    return Files.isDirectory(parent) && !children(parent, Files::isDirectory).isEmpty();
  }

  /** The pictures of all classes, with the index of their folder as the label. */
  static List<LabelledFile> labelled(List<ClassFolder> folders) {
    List<LabelledFile> all = new ArrayList<>();
    for (int label = 0; label < folders.size(); label++) {
      for (Path file : folders.get(label).files()) {
        all.add(new LabelledFile(file, label));
      }
    }
    return all;
  }

  /** The name of the folder that a picture is in. */
  static String folderOf(Path picture) {
    Path folder = picture.getParent();
    return folder == null ? "" : nameOf(folder);
  }

  private static List<Path> children(Path parent, Predicate<Path> which) {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> !nameOf(child).startsWith("."))
          .filter(which)
          .sorted(Comparator.comparing(ClassFolder::nameOf))
          .toList();
    } catch (IOException e) {
      throw new LimbeckException(parent + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = nameOf(file).toLowerCase(Locale.ROOT);
    return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1))
        && Files.isRegularFile(file);
  }

  /** The last name of a path; empty for a root. */
  static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
