package org.limbeck.base;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * URLs of databases, as JDBC writes them, such as {@code jdbc:postgresql://host/birds}.
 *
 * <p>They are written into studies and messages, so none with a password in it is accepted.
 */
public final class DatabaseUrl {
  /** The environment variable with the password. */
  public static final String PASSWORD = "LIMBECK_JDBC_PASSWORD";

  /** The environment variable with the user. */
  public static final String USER = "LIMBECK_JDBC_USER";

  /** What to do about a URL with a password. */
  public static final String REMEDY =
      "the URL has a password, which would be written into studies and reports; take it out, and set the environment variables %s and %s"
          .formatted(USER, PASSWORD);

  /** A parameter, or a password behind a user before the host. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)[?&;,:(]\\s*\\w*(password|passwd|passphrase|pwd|secret|token)\\w*\\s*=|//[^/?#;]*:[^/?#;]*@|:[^:/@]+/[^/@]+@");

  private DatabaseUrl() {}

  /** Whether a text is the URL of a database rather than a file. */
  public static boolean is(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("jdbc:");
  }

  /** Whether the URL of a database has a password in it. */
  public static boolean hasPassword(String url) {
    return is(url) && SECRET.matcher(url).find();
  }

  /** The URL without parameters and user, for messages. */
  public static String shown(String url) {
    return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
  }
}
