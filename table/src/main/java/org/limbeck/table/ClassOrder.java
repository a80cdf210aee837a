package org.limbeck.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.table.scan.Texts;

/** The order of names that rows are labelled with. */
final class ClassOrder {
  private ClassOrder() {}

  /** By value where all names are integers, else by name. */
  static List<String> usual(List<String> names) {
    boolean integers = names.stream().allMatch(name -> name.matches("-?\\d{1,9}"));
    Comparator<String> order =
        integers
            ? Comparator.comparingInt((String name) -> Integer.parseInt(name))
                .thenComparing(Comparator.naturalOrder())
            : Comparator.naturalOrder();
    return names.stream().sorted(order).toList();
  }

  /** The order that is listed, which has to have all names and no other. */
  static List<String> listed(List<String> listed, List<String> names) {
    Set<String> known = new HashSet<>(listed);
    if (known.size() < listed.size()) {
      throw new LimbeckException("data.classes: a class is listed twice; list each once");
    }
    List<String> others = names.stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!others.isEmpty()) {
      throw new LimbeckException(
          "data.classes: the table has labels that are not listed: %s; list them, or leave their rows out with data.where"
              .formatted(Texts.few(others)));
    }
    List<String> absent = new ArrayList<>(listed);
    absent.removeAll(new HashSet<>(names));
    if (!absent.isEmpty()) {
      throw new LimbeckException(
          "data.classes: no row has the label %s; labels are texts, so 01 is not 1"
              .formatted(Texts.few(absent)));
    }
    return listed;
  }
}
