package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.diagnosis.TeacherDiagnosis;
import org.limbeck.objective.ClassPrior;

class DiagnosisPageTest {
  private static TeacherDiagnosis diagnosis() {
    var logits = new float[120];
    var labels = new int[60];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      logits[2 * i + (i % 7 == 0 ? 1 - labels[i] : labels[i])] = 1 + i % 5;
    }
    return TeacherDiagnosis.of(
        new double[] {1, 3},
        new HeldOutScores(logits, labels, ClassPrior.of(0.5, 0.5)),
        List.of("<b>cat</b>", "dog"));
  }

  private static Document page() {
    var entry = new DiagnosisPage.Entry("a & b", List.of("a note"), diagnosis());
    return Jsoup.parse(DiagnosisPage.of(List.of(entry)));
  }

  @Test
  void of_aDiagnosis_drawsEveryModeAndSaysTheVerdict() {
    Document page = page();
    assertThat(page.select("h2").text()).isEqualTo("a & b");
    assertThat(page.select("article h3 .name").eachText())
        .containsExactly("raw", "uncosted", "temperature", "per-class");
    assertThat(page.select("figure.chart > svg")).hasSize(4 * 2);
    assertThat(page.select(".verdict p")).hasSize(3);
    assertThat(page.select("details tbody tr")).hasSize(4 * 2);
    assertThat(page.select("li").eachText()).contains("a note");
  }

  @Test
  void of_names_areEscapedAndNothingIsLoaded() {
    Document page = page();
    assertThat(page.select("th b")).isEmpty();
    assertThat(page.select("details th[scope=row]").first()).isNotNull();
    assertThat(page.select("script, link, img, [src]")).isEmpty();
    assertThat(page.select("meta[http-equiv]").attr("content")).startsWith("default-src 'none'");
  }
}
