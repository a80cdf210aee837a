package org.limbeck.data.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;

/**
 * The groups of pictures in {@code CLASS/GROUP/...}: decoded and kept as classes {@code class *
 * groups + group}, and told apart again when they are read.
 *
 * @param names sorted; those of the training part
 */
record GroupFolders(List<String> names) {

  /**
   * The groups of the training part.
   *
   * @throws LimbeckException if there is one only, or the test part has others
   */
  static GroupFolders of(Path dir, List<LabelledFile> train, List<LabelledFile> test) {
    Set<String> names = names(train);
    Set<String> others = names(test);
    others.removeAll(names);
    if (names.size() < 2 || !others.isEmpty()) {
      throw new LimbeckException(
          others.isEmpty()
              ? "data.group: %s has one group only, '%s'; leave group out"
                  .formatted(dir, String.join("", names))
              : "%s: groups %s have pictures in the test part only".formatted(dir, others));
    }
    return new GroupFolders(List.copyOf(names));
  }

  private static Set<String> names(List<LabelledFile> files) {
    return files.stream()
        .map(file -> ClassFolder.folderOf(file.file()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each class in each group, in the order of their numbers. */
  List<String> cells(List<String> classNames) {
    return classNames.stream()
        .flatMap(name -> names.stream().map(group -> name + "/" + group))
        .toList();
  }

  /** The pictures with the number of their class in their group. */
  List<LabelledFile> numbered(List<LabelledFile> files) {
    return files.stream()
        .map(
            picture -> {
              int group = names.indexOf(ClassFolder.folderOf(picture.file()));
              return new LabelledFile(picture.file(), picture.label() * names.size() + group);
            })
        .toList();
  }

  /** Data labelled with classes in groups, as data labelled with classes that has groups. */
  SourceData apart(SourceData cells, List<String> classNames) {
    return new SourceData(
        cells.name(),
        cells.licence(),
        classNames,
        names,
        apart(cells.train()),
        cells.test().map(this::apart),
        cells.notes());
  }

  private Examples apart(Examples cells) {
    int[] labels = Arrays.stream(cells.labels()).map(cell -> cell / names.size()).toArray();
    int[] groups = Arrays.stream(cells.labels()).map(cell -> cell % names.size()).toArray();
    return new Examples(cells.shape(), cells.values(), labels, groups);
  }
}
