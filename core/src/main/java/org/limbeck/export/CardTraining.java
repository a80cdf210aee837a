package org.limbeck.export;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.base.Json;
import org.limbeck.data.Dataset;
import org.limbeck.store.DataSummary;
import org.limbeck.store.RunRecord;

/** The sections of a model card on the data and the recipe. */
final class CardTraining {
  private CardTraining() {}

  static String of(SelectedStudent student, Dataset data) {
    return data(student.run().data(), data.licence()) + "\n" + recipe(student);
  }

  private static String data(DataSummary data, String licence) {
    return """
        ## Training data

        %s. Licence and credit: %s. Splits: %s.

        The student learned from `train`; `validation` drove every choice; `test` served the results below and the check of the file, and no choice.

        """
            .formatted(
                Markdown.escape(data.name()),
                licence.isBlank() ? "none stated by the source" : Markdown.escape(licence),
                Markdown.escape(data.protocol()))
        + counts(data);
  }

  private static String counts(DataSummary data) {
    List<List<String>> rows =
        IntStream.range(0, data.classNames().size())
            .mapToObj(
                y ->
                    List.of(
                        Markdown.escape(data.classNames().get(y)),
                        data.trainCounts().get(y).toString(),
                        data.validationCounts().get(y).toString(),
                        data.testCounts().get(y).toString()))
            .toList();
    return Markdown.table(1, List.of("Class", "Train", "Validation", "Test"), rows);
  }

  private static String recipe(SelectedStudent student) {
    RunRecord run = student.run();
    return """
        ## Recipe

        - Teacher%s
        - Teacher scores: %s
        - Student recipe: %s
        - It learned from: %s
        - Seed: %s
        - Epochs: %s; the weights are those after epoch %s

        All of it, as JSON:

        ```json
        %s
        ```
        """
        .formatted(
            student
                .foreign()
                .map(CardTeacher::text)
                .orElse(
                    " recipe: "
                        + student.teacher().map(link -> link.recipe().label()).orElse("none")),
            student.teacher().map(link -> link.scores().label()).orElse("none"),
            run.spec().recipe().label(),
            run.spec().recipe().labels().words(),
            run.spec().seed(),
            run.spec().training().epochs(),
            run.delivered().epoch(),
            Json.canonical(run.spec()));
  }
}
