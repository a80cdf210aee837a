package org.limbeck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.limbeck.io.AtomicFiles;
import org.limbeck.study.History;
import org.limbeck.study.Leaderboard;
import org.limbeck.study.RunDirectory;
import org.limbeck.study.RunRecord;
import org.limbeck.train.EpochRecord;

/**
 * A study as one self-contained HTML page, made from its records alone: equal records give equal
 * bytes.
 */
public final class HtmlReport {
  /** The page's name in the study's directory. */
  public static final String FILE = "report.html";

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private HtmlReport() {}

  /** Writes the page into a study's directory, reading the histories of its runs from there. */
  public static void write(Path directory, String name, Leaderboard leaderboard) {
    Function<RunRecord, List<EpochRecord>> history =
        run -> History.read(new RunDirectory(directory, run.id()).file(RunDirectory.HISTORY));
    AtomicFiles.write(directory.resolve(FILE), of(name, leaderboard, history));
  }

  /**
   * The page.
   *
   * @param name of the study
   * @param history the epochs of a run
   */
  public static String of(
      String name, Leaderboard leaderboard, Function<RunRecord, List<EpochRecord>> history) {
    var html = new Html();
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", name + " - Limbeck");
    html.raw("<style>\n" + css() + "</style>\n</head>\n<body>\n<main>\n");
    SummarySection.add(html, name, leaderboard);
    TableSection.add(html, leaderboard);
    FrontSection.add(html, leaderboard);
    ClassSection.add(html, leaderboard);
    MultiplierSection.add(html, leaderboard, history);
    TeacherSection.add(html, leaderboard);
    NotesSection.add(html, leaderboard);
    html.raw("</main>\n</body>\n</html>\n");
    return html.toString();
  }

  private static String css() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
