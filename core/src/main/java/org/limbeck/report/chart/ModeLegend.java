package org.limbeck.report.chart;

import java.util.List;
import org.limbeck.diagnosis.MeasuredMode;

/** The marks of score modes: the mode in use filled, another one in outline. */
final class ModeLegend {
  private ModeLegend() {}

  /** The legend entries of diagnoses in their order. */
  static List<Legend.Entry> entries(List<? extends MeasuredMode> modes) {
    return modes.stream()
        .map(MeasuredMode::mode)
        .map(
            mode ->
                modes.get(0).mode() == mode
                    ? new Legend.Entry(Mark.CIRCLE, "s1 fill", mode.label())
                    : new Legend.Entry(Mark.DIAMOND, "s2 outline", mode.label()))
        .toList();
  }
}
