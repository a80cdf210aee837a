package org.limbeck.child;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Json;

/**
 * The child's side: it loads a model, then runs the batches that arrive on standard input, in their
 * order. The next batches are read while one runs.
 *
 * <p>It ends when its standard input does, which is also when the parent dies, whatever the model
 * does at that moment.
 */
public final class ModelServer {
  /** Batches that wait for the model at most. */
  static final int WAITING = 4;

  private static final int FAILED = 1;
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final BlockingQueue<Message> batches = new ArrayBlockingQueue<>(WAITING);

  private ModelServer(OutputStream out) {
    this.out = out;
  }

  /**
   * Serves until the parent closes the stream; then this process ends.
   *
   * @param arguments the file and the number of threads, as {@link ModelProcess} passes them
   */
  public static void serve(String[] arguments, ServedModel.Loader loader) {
    var out = new FileOutputStream(FileDescriptor.out);
    // What others print must not get between the answers.
    System.setOut(System.err);
    var server = new ModelServer(out);
    var reader = new Thread(server::read, "batches");
    reader.setDaemon(true);
    reader.start();
    server.run(arguments[0], Integer.parseInt(arguments[1]), loader);
  }

  /** Reads batches; the end of the stream ends the process, even while a model runs. */
  private void read() {
    var in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER);
    try {
      @Nullable Message batch = Frames.read(in, Integer.MAX_VALUE);
      while (batch != null) {
        batches.put(batch);
        batch = Frames.read(in, Integer.MAX_VALUE);
      }
      Runtime.getRuntime().halt(0);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      System.err.println("cannot read batches: " + e);
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private void run(String file, int threads, ServedModel.Loader loader) {
    try (ServedModel model = loader.load(file, threads)) {
      send(Message.of(Message.Kind.READY, Json.canonical(model.description())));
      while (true) {
        Message batch = batches.take();
        send(
            new Message(
                Message.Kind.RESULT,
                "",
                batch.wanted(),
                model.run(batch.arrays(), batch.wanted())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      send(Message.of(Message.Kind.FAILED, reason(e)));
    }
  }

  private static String reason(Throwable e) {
    return e instanceof IllegalStateException && e.getMessage() != null
        ? e.getMessage()
        : e.toString();
  }

  private void send(Message message) {
    try {
      Frames.write(out, message);
    } catch (IOException e) {
      System.err.println("cannot answer: " + e);
      Runtime.getRuntime().halt(FAILED);
    }
  }
}
