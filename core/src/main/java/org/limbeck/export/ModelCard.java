package org.limbeck.export;

import java.util.Locale;
import org.limbeck.data.Dataset;
import org.limbeck.store.Provenance;
import org.limbeck.store.RunRecord;

/**
 * The model card of an exported student, as Markdown: what it is, how it was made and chosen, how
 * good it is on each class with which bounds, and the limits of these figures.
 *
 * <p>After Mitchell et al., <i>Model cards for model reporting</i>, FAT* 2019. The same study gives
 * the same text: it contains no date.
 */
final class ModelCard {
  private ModelCard() {}

  static String of(SelectedStudent student, StudentModel model, Dataset data) {
    return String.join(
        "\n",
        CardUsage.of(student, model, data),
        CardTraining.of(student, data),
        CardResults.of(student),
        CardChoice.of(student),
        limits(student.run()),
        provenance(student, model, data));
  }

  private static String limits(RunRecord run) {
    return """
        ## Limits

        - Intended use: telling apart the %s classes above, on inputs like those of `%s`. Every input gets one of them; there is no "none of these".
        - The bounds hold for examples drawn like the test split, independently of each other. They say nothing of other sources, sensors or times, nor of single predictions.
        - Classes with few test examples have wide bounds: read the bound, not the accuracy.
        - The probabilities follow the student's objective, which may weight rare classes up; use them as frequencies only as far as the calibration above allows.
        """
        .formatted(run.data().classNames().size(), run.data().name());
  }

  private static String provenance(SelectedStudent student, StudentModel model, Dataset data) {
    RunRecord run = student.run();
    Provenance made = run.provenance();
    Parity parity = model.parity();
    return """
        ## Provenance

        - Run `%s`, %s; data fingerprint `%s`
        - Limbeck %s, LibTorch %s, Java %s, %s, %s thread
        - `student.onnx`: %s bytes, SHA-256 `%s`
        - Checked in ONNX Runtime %s against the network on the %s %s: largest difference %s in the logits, %s in the probabilities (at most %s is accepted)
        """
        .formatted(
            run.id(),
            student
                .teacher()
                .map(link -> "teacher run `" + link.runId() + "`")
                .orElse("no teacher"),
            run.data().fingerprint(),
            made.limbeck(),
            made.libtorch(),
            made.java(),
            made.system(),
            made.threads(),
            model.bytes().length,
            model.checksum(),
            parity.runtime(),
            parity.examples(),
            OnnxParity.examples(data),
            small(parity.logits()),
            small(parity.probabilities()),
            small(Parity.TOLERANCE));
  }

  private static String small(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }
}
