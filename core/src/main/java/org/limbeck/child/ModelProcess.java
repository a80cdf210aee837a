package org.limbeck.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Closer;
import org.limbeck.base.Json;

/**
 * A model in a child process. Batches are sent ahead, up to {@link #AHEAD}, and their results come
 * in the order in which they were sent.
 *
 * <p>When the child crashes, hangs, takes too much memory or answers nonsense, it is ended and a
 * {@link LimbeckException} says so; this process is not affected. For one thread at a time.
 */
public final class ModelProcess implements AutoCloseable {
  /** Batches that may be sent before the first result is taken. */
  public static final int AHEAD = ModelServer.WAITING;

  private static final int BUFFER = 1 << 16;
  private static final long END_SECONDS = 10;

  private final String name;
  private final ModelLimits limits;
  private final Closer closer = new Closer();
  private final Process process;
  private final OutputTail messages;
  private final ChildWatch watch;
  private final OutputStream out;
  private final InputStream in;
  private final ModelDescription description;
  private int ahead;

  /**
   * Starts a child and loads a model in it.
   *
   * @param main the child's main class, which calls {@link ModelServer#serve}
   * @throws LimbeckException if the child does not start or the model does not load
   */
  public ModelProcess(Path file, Class<?> main, int threads, ModelLimits limits) {
    name = file.toString();
    this.limits = limits;
    try {
      Path folder =
          closer.add(
              Files.createTempDirectory("limbeck-model").toAbsolutePath(), AtomicFiles::delete);
      process =
          closer.add(
              ChildCommand.start(
                  folder,
                  main.getName(),
                  List.of(file.toAbsolutePath().toString(), Integer.toString(threads))),
              ModelProcess::end);
      LiveChildren.add(process);
      messages = new OutputTail(process.getErrorStream());
      watch = closer.add(new ChildWatch(process, limits.memoryBytes()), ChildWatch::close);
      out = process.getOutputStream();
      in = new BufferedInputStream(process.getInputStream(), BUFFER);
      description = awaitReady();
    } catch (IOException e) {
      closer.closeAfter(e);
      throw new LimbeckException(
          "%s: its child process does not start: %s; see that java.io.tmpdir (%s) can be written and that processes may be started"
              .formatted(name, AtomicFiles.reason(e), System.getProperty("java.io.tmpdir")),
          e);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private static void end(Process process) {
    process.destroyForcibly();
    LiveChildren.remove(process);
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ModelDescription awaitReady() {
    watch.start("loading it", limits.load(), ModelLimits.LOAD);
    Message ready = read(0);
    watch.stop();
    try {
      return Json.read(ready.text(), ModelDescription.class);
    } catch (JsonProcessingException e) {
      throw failure("it described itself in a way that cannot be read", e);
    }
  }

  /** What the model says of itself. */
  public ModelDescription description() {
    return description;
  }

  /** The process id of the child. */
  long pid() {
    return process.pid();
  }

  /** What people should know about the limits; mostly empty. */
  public Optional<String> note() {
    return ResidentMemory.isShown()
        ? Optional.empty()
        : Optional.of(
            "this system does not show the memory of a process, so that of the child that scores was not limited");
  }

  /** The number of results to come. */
  public int ahead() {
    return ahead;
  }

  /**
   * Sends a batch.
   *
   * @param wanted the outputs to compute
   */
  public void send(List<NamedArray> inputs, List<String> wanted) {
    if (ahead == AHEAD) {
      throw new IllegalStateException("expected at most %d batches ahead".formatted(AHEAD));
    }
    if (ahead == 0) {
      startBatch();
    }
    ahead++;
    try {
      Frames.write(out, Message.of(Message.Kind.RUN, wanted, inputs));
    } catch (IOException e) {
      // It has ended; what it said before that tells why.
      read(Integer.MAX_VALUE);
      throw failure("it does not take another batch", e);
    }
  }

  private void startBatch() {
    watch.start("a batch", limits.batch(), ModelLimits.BATCH);
  }

  /**
   * Takes the result of the oldest batch that was sent.
   *
   * @param mostBytes that it may have
   * @throws LimbeckException if there is none, with the reason
   */
  public List<NamedArray> receive(long mostBytes) {
    Message result = read(mostBytes);
    ahead--;
    if (ahead > 0) {
      startBatch();
    } else {
      watch.stop();
    }
    return result.arrays();
  }

  private Message read(long mostBytes) {
    @Nullable Message message;
    try {
      message = Frames.read(in, mostBytes);
    } catch (BadFrameException e) {
      throw failure("it wrote " + e.getMessage() + " to standard output", e);
    } catch (IOException e) {
      throw failure("its answer cannot be read (" + AtomicFiles.reason(e) + ")", e);
    }
    if (message == null) {
      throw failure("it ended without an answer", null);
    }
    if (message.kind() == Message.Kind.FAILED) {
      close();
      throw new LimbeckException(name + ": " + message.text());
    }
    return message;
  }

  /** Ends the child and says why there is no result. */
  private LimbeckException failure(String found, @Nullable Exception cause) {
    String reason =
        watch.failure().orElseGet(() -> found + exit() + "; give a model that runs to its end");
    process.destroyForcibly();
    messages.await();
    String said = messages.text();
    close();
    return new LimbeckException(
        "%s: the child process that ran the model was lost: %s%s"
            .formatted(name, reason, said.isEmpty() ? "" : " (its last output: " + said + ")"),
        cause);
  }

  private String exit() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS)
          ? " (exit code %d)".formatted(process.exitValue())
          : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Ends the child and deletes its temporary files. */
  @Override
  public void close() {
    closer.close();
  }
}
