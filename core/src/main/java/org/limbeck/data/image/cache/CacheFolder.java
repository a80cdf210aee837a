package org.limbeck.data.image.cache;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where decoded images are kept: the folder that the environment variable {@code LIMBECK_CACHE}
 * names, else the system property {@code limbeck.cache}, else {@code $XDG_CACHE_HOME/limbeck}, else
 * {@code ~/.cache/limbeck}.
 *
 * <p>All in it can be built again from its source; it may be deleted at any time.
 */
public final class CacheFolder {
  private CacheFolder() {}

  /** The folder; it need not exist yet. */
  public static Path path() {
    return path(System::getenv, System::getProperty);
  }

  static Path path(
      Function<String, @Nullable String> environment, Function<String, @Nullable String> property) {
    return Stream.of(
            named(environment.apply("LIMBECK_CACHE")),
            named(property.apply("limbeck.cache")),
            shared(environment.apply("XDG_CACHE_HOME")))
        .flatMap(Function.identity())
        .findFirst()
        .orElseGet(() -> Path.of(home(property), ".cache", "limbeck"));
  }

  private static Stream<Path> named(@Nullable String folder) {
    return folder == null || folder.isBlank() ? Stream.of() : Stream.of(Path.of(folder));
  }

  /** The XDG base directory specification has relative folders ignored. */
  private static Stream<Path> shared(@Nullable String folder) {
    return named(folder).filter(Path::isAbsolute).map(path -> path.resolve("limbeck"));
  }

  private static String home(Function<String, @Nullable String> property) {
    String home = property.apply("user.home");
    return home == null ? "." : home;
  }
}
