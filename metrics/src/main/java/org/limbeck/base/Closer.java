package org.limbeck.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one owner: closed in the reverse of the order in which they were added, each
 * whether or not another one fails.
 *
 * <p>A constructor that opens several resources adds each when it is open and calls {@link
 * #closeAfter} when a later one fails, so that none is left behind.
 */
public final class Closer implements AutoCloseable {
  private final Deque<Runnable> releases = new ArrayDeque<>();

  /** Adds a resource, and returns it. */
  public <T> T add(T resource, Consumer<? super T> close) {
    releases.push(() -> close.accept(resource));
    return resource;
  }

  /** Closes all because of a failure; failures to close are suppressed by it. */
  public void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  /** Closes all; the first failure is thrown at the end and suppresses later ones. */
  @Override
  public void close() {
    @Nullable Throwable first = null;
    while (!releases.isEmpty()) {
      try {
        releases.pop().run();
      } catch (RuntimeException | Error e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first instanceof RuntimeException e) {
      throw e;
    }
    if (first instanceof Error e) {
      throw e;
    }
  }
}
