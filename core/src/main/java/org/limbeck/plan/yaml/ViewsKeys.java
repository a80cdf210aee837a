package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.data.Views;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;

/** The section {@code views}. */
final class ViewsKeys {
  private static final Key<Views, Integer> CROP =
      new Key<>(
          "crop",
          Kind.INTEGER,
          "Pixels of padding on each side of an image before it is cropped, 0 to 64.",
          Views::crop);
  private static final Key<Views, Views.Flip> FLIP =
      new Key<>(
          "flip",
          Kind.word(Views.Flip.class),
          "How it is chosen whether an image is flipped left to right.",
          Views::flip);
  private static final Key<Views, Integer> VIEWS_PER_IMAGE =
      new Key<>(
          "viewsPerImage",
          Kind.countOr("all", "a number"),
          "How many of the possible views each image uses.",
          Views::viewsPerImage);

  static final List<Entry<Views>> KEYS = List.of(CROP, FLIP, VIEWS_PER_IMAGE);

  private ViewsKeys() {}

  /** Reads all keys; those left out are as in {@code standard}. */
  static Views read(Section section, Views standard) {
    int crop = CROP.read(section, standard.crop());
    Views.Flip flip = FLIP.read(section, standard.flip());
    int perImage = VIEWS_PER_IMAGE.read(section, standard.viewsPerImage());
    section.finish();
    return section.build(() -> new Views(crop, flip, perImage), standard);
  }
}
