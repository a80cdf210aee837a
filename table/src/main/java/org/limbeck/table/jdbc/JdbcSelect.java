package org.limbeck.table.jdbc;

import java.util.Optional;
import java.util.regex.Pattern;
import org.limbeck.LimbeckException;
import org.limbeck.table.scan.TableOptions;

/** The one SELECT that is sent to a database. */
final class JdbcSelect {
  private static final Pattern START =
      Pattern.compile("(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/|\\()*(select|with|values|table)\\b.*");
  private static final Pattern ORDER = Pattern.compile("(?i)\\border\\s+by\\b");
  private static final Pattern COMMENTS_AND_QUOTES =
      Pattern.compile(
          "(?s)--[^\\n]*|/\\*.*?\\*/|'[^']*'|\"[^\"]*\"|`[^`]*`|\\$(\\w*)\\$.*?\\$\\1\\$");
  private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");

  private JdbcSelect() {}

  /**
   * Fails unless the text of a study is one SELECT, whose rows have an order.
   *
   * <p>The semicolon is refused wherever it is, since what ends a text differs by database. What a
   * SELECT might still change is refused by the read-only connection.
   */
  static void require(TableOptions options) {
    String select = options.select();
    if (!START.matcher(select).matches() || select.contains(";")) {
      throw new LimbeckException(
          "%s: one SELECT statement is expected, without a semicolon in it; nothing else is run"
              .formatted(options.place()));
    }
    if (options.roles().id().isEmpty() && !ORDER.matcher(outermost(select)).find()) {
      throw new LimbeckException(
          "%s: a database gives the rows in no fixed order, and the splits depend on it; name the column that tells the rows apart with data.id, or end data.sql with ORDER BY, outside of parentheses"
              .formatted(options.place()));
    }
  }

  /**
   * The SELECT, ordered by the id where there is one.
   *
   * @param quote around names
   */
  static String ordered(TableOptions options, String quote) {
    String select = options.select();
    Optional<String> id = options.roles().id();
    return id.map(
            name ->
                "SELECT * FROM (%s\n) rows_of_limbeck ORDER BY %s"
                    .formatted(select, quoted(name, quote)))
        .orElse(select);
  }

  private static String quoted(String name, String quote) {
    return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
  }

  /** What is in no comment, quotes or parentheses: only an ORDER BY there orders the rows. */
  private static String outermost(String select) {
    String rest = COMMENTS_AND_QUOTES.matcher(select).replaceAll(" ");
    String before = "";
    while (!rest.equals(before)) {
      before = rest;
      rest = PARENTHESES.matcher(rest).replaceAll(" ");
    }
    return rest;
  }
}
