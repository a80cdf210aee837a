package org.limbeck.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.limbeck.base.Closer;
import org.limbeck.teacher.ScoreCache;
import org.limbeck.teacher.ScoreCacheKey;

/** The score caches of a study's teachers, in its folder {@code scores}, each opened once. */
final class ScoreCaches implements AutoCloseable {
  private final Path folder;
  private final Map<ScoreCacheKey, ScoreCache> open = new HashMap<>();
  private final Closer closer = new Closer();

  ScoreCaches(Path study) {
    folder = study.resolve("scores");
  }

  synchronized ScoreCache of(ScoreCacheKey key) {
    return open.computeIfAbsent(
        key, missing -> closer.add(new ScoreCache(folder, missing), ScoreCache::close));
  }

  @Override
  public synchronized void close() {
    open.clear();
    closer.close();
  }
}
