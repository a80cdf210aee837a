package org.limbeck.workflow;

import java.util.Set;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Datasets;
import org.limbeck.data.DecodingListener;
import org.limbeck.nn.NetworkSpec;

/**
 * The networks that data of a kind get where none is named. Usual sizes of the field; none is
 * tuned.
 *
 * @param student the small one
 * @param teacher the large one, where a teacher is trained
 * @param fits what they fit, in words
 */
public record UsualNetworks(NetworkSpec student, NetworkSpec teacher, String fits) {
  /** For rows of features. */
  static final UsualNetworks OF_ROWS = of("mlp 64", "mlp 256-256", "rows of features");

  /** For images of about 32 x 32. */
  private static final UsualNetworks OF_IMAGES =
      of("resnet8 x0.5", "resnet20", "images of 16 to 95 pixels");

  private static final UsualNetworks OF_LARGE_IMAGES =
      of("resnet18 x0.25", "resnet18", "images of 96 pixels and more");
  private static final UsualNetworks OF_TINY_IMAGES =
      of("mlp 64", "mlp 256-256", "images of less than 16 pixels");
  private static final UsualNetworks OF_FEW_ROWS =
      of("mlp 16", "mlp 64", "tables of less than 2,000 rows");

  private static final long FEW_ROWS = 2000;
  private static final Set<String> TABLES = Set.of("table", "csv");

  private static UsualNetworks of(String student, String teacher, String fits) {
    return new UsualNetworks(NetworkSpec.parse(student), NetworkSpec.parse(teacher), fits);
  }

  /** For data of a source, which has to be read unless it is a table. */
  static UsualNetworks of(DataPlan data, DecodingListener decoding) {
    return TABLES.contains(data.source())
        ? OF_ROWS
        : ofShape(Datasets.build(data, 0, decoding).shape());
  }

  /** For a table with that number of rows. */
  public static UsualNetworks ofRows(long rows) {
    return rows < FEW_ROWS ? OF_FEW_ROWS : OF_ROWS;
  }

  /** For examples of a shape. */
  public static UsualNetworks ofShape(int[] shape) {
    if (shape.length < 3) {
      return OF_ROWS;
    }
    int side = Math.min(shape[1], shape[2]);
    return side < 16 ? OF_TINY_IMAGES : side < 96 ? OF_IMAGES : OF_LARGE_IMAGES;
  }
}
