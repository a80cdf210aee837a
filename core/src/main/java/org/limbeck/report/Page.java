package org.limbeck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.limbeck.report.html.Html;

/** The frame of a page that needs nothing else: no network, no script, no font. */
final class Page {
  private Page() {}

  /** Begins a page; its sections follow. */
  static void open(Html html, String title) {
    html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    head(html, title);
    html.open("body").open("main");
  }

  /** Ends a page. */
  static void close(Html html) {
    html.close("main").close("body").close("html");
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
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
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
