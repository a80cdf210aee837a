package org.limbeck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.limbeck.io.AtomicFiles;
import org.limbeck.study.History;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.RunDirectory;
import org.limbeck.study.SelectionPlan;

/**
 * A study as one HTML file that needs nothing else: no network, no script, no font.
 *
 * <p>A pure function of the records: the same records give the same bytes.
 */
public final class HtmlReport {
  /** The name of the file in a study's directory. */
  public static final String FILE = "report.html";

  private HtmlReport() {}

  /** The text of the file. */
  public static String of(ReportInput input) {
    var html = new Html();
    html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    head(html, input.studyName());
    html.open("body").open("main");
    new SummarySection(html, input).write();
    new LeaderboardSection(html, input).write();
    new ScatterSection(html, input).write();
    new ClassAccuracySection(html, input).write();
    new MultiplierSection(html, input).write();
    new TeacherSection(html, input).write();
    new GoodTeacherSection(html, input).write();
    new NotesSection(html, input).write();
    html.close("main").close("body").close("html");
    return html.toString();
  }

  /** Writes the report of a finished study beside its runs, whose histories it reads. */
  public static void write(
      Path studyDirectory, String studyName, Leaderboard leaderboard, SelectionPlan selection) {
    var input =
        new ReportInput(
            studyName,
            leaderboard,
            selection,
            run ->
                History.read(
                    new RunDirectory(studyDirectory, run.id()).file(RunDirectory.HISTORY)));
    AtomicFiles.write(studyDirectory.resolve(FILE), of(input));
  }

  // The policy allows the one style sheet by its hash and nothing else: a name that escaped the
  // escaping could neither run nor load anything.
  private static void head(Html html, String title) {
    String css = css();
    String policy =
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
            .formatted(sha256(css));
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title + " \u2013 Limbeck").open("style").trusted(css).close("style");
    html.close("head");
  }

  private static String css() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
