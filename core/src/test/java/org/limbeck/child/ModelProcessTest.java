package org.limbeck.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;

/** Children that behave, and children that do not. */
class ModelProcessTest {
  private static final ModelLimits SHORT =
      new ModelLimits(Duration.ofSeconds(60), Duration.ofSeconds(1), 400L << 20);

  /** Time enough to fail otherwise, on a machine that is busy. */
  private static final ModelLimits PATIENT =
      new ModelLimits(Duration.ofSeconds(60), Duration.ofSeconds(60), 400L << 20);

  @TempDir private Path folder = Path.of("");

  /** Doubles what it gets; its file names what else it does. */
  static final class Doubling {
    public static void main(String[] arguments) {
      ModelServer.serve(arguments, (file, threads) -> new DoublingModel(Path.of(file)));
    }
  }

  /** A model in plain Java. */
  private static final class DoublingModel implements ServedModel {
    private final String task;

    DoublingModel(Path file) {
      task = String.valueOf(file.getFileName());
      if (task.equals("unloadable")) {
        throw new IllegalStateException("it is of cheese; give one of numbers");
      }
      System.out.println("a model that prints");
    }

    @Override
    public ModelDescription description() {
      return new ModelDescription("Java", List.of(), List.of(), Map.of("a", "ü"), List.of());
    }

    @Override
    public List<NamedArray> run(List<NamedArray> inputs, List<String> wanted) {
      switch (task) {
        case "hang" -> sleep();
        case "memory" -> takeMemory();
        case "crash" -> kill("-SEGV");
        case "quit" -> {
          System.err.println("something\u0007 is wrong");
          Runtime.getRuntime().halt(7);
        }
        case "refuse" -> throw new IllegalStateException("it wants others; give others");
        case "bug" -> throw new IllegalArgumentException("a bug");
        default -> {}
      }
      return inputs.stream().map(DoublingModel::doubled).toList();
    }

    private static NamedArray doubled(NamedArray array) {
      if (array instanceof NamedArray.Texts texts) {
        return new NamedArray.Texts(
            texts.name(), texts.shape(), texts.values().stream().map(text -> text + text).toList());
      }
      var floats = (NamedArray.Floats) array;
      float[] values = floats.values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] *= 2;
      }
      return new NamedArray.Floats(floats.name(), floats.shape(), values);
    }

    private static void sleep() {
      try {
        Thread.sleep(100_000);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void takeMemory() {
      List<ByteBuffer> taken = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        ByteBuffer block = ByteBuffer.allocateDirect(8 << 20);
        while (block.hasRemaining()) {
          block.put((byte) 1);
        }
        taken.add(block);
      }
      System.err.println(taken.size() + " blocks");
      sleep();
    }

    private static void kill(String signal) {
      try {
        new ProcessBuilder("kill", signal, Long.toString(ProcessHandle.current().pid())).start();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      sleep();
    }

    @Override
    public void close() {}
  }

  /** Writes to standard output without end. */
  static final class Flooding {
    public static void main(String[] arguments) throws IOException {
      var bytes = new byte[1 << 16];
      Arrays.fill(bytes, (byte) 'x');
      while (true) {
        System.out.write(bytes);
      }
    }
  }

  /** Announces more than there may be. */
  static final class Boasting {
    public static void main(String[] arguments) {
      byte[] header =
          "{\"arrays\":[],\"bytes\":2000000000,\"kind\":\"READY\",\"text\":\"\",\"wanted\":[]}"
              .getBytes(StandardCharsets.UTF_8);
      System.out.writeBytes(
          ByteBuffer.allocate(8 + header.length)
              .putInt(0x4c696d62)
              .putInt(header.length)
              .put(header)
              .array());
      System.out.flush();
    }
  }

  /** Opens a model that hangs, says which process runs it, and waits. */
  static final class Parent {
    public static void main(String[] arguments) throws InterruptedException {
      var process = new ModelProcess(Path.of(arguments[0]), Doubling.class, 1, ModelLimits.usual());
      process.send(List.of(), List.of());
      System.out.println(process.pid());
      Thread.sleep(100_000);
    }
  }

  private ModelProcess open(String task) {
    ModelLimits limits = task.equals("hang") ? SHORT : PATIENT;
    return new ModelProcess(folder.resolve(task), Doubling.class, 1, limits);
  }

  private static NamedArray floats(float... values) {
    return new NamedArray.Floats("x", new long[] {values.length}, values);
  }

  private AbstractThrowableAssert<?, ?> assertLost(String task) {
    var process = open(task);
    process.send(List.of(floats(1)), List.of("x"));
    var assertion =
        assertThatThrownBy(() -> process.receive(100))
            .isInstanceOf(LimbeckException.class)
            .hasMessageContaining(folder.resolve(task).toString());
    assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    return assertion;
  }

  @Test
  void receive_batchesSentAhead_comeInTheirOrder() {
    try (var process = open("double")) {
      assertThat(process.description().metadata()).containsEntry("a", "ü");
      for (int i = 0; i < ModelProcess.AHEAD; i++) {
        process.send(List.of(floats(i, i + 0.5f)), List.of("x"));
      }
      assertThatThrownBy(() -> process.send(List.of(), List.of()))
          .isInstanceOf(IllegalStateException.class);
      for (int i = 0; i < ModelProcess.AHEAD; i++) {
        var result = (NamedArray.Floats) process.receive(8).get(0);
        assertThat(result.values()).containsExactly(2 * i, 2 * i + 1);
        assertThat(result.shape()).containsExactly(2);
      }
      assertThat(process.ahead()).isZero();
    }
  }

  @Test
  void receive_texts_comeBack() {
    try (var process = open("double")) {
      var texts = new NamedArray.Texts("t", new long[] {3, 1}, List.of("ä", "", "x\ny"));
      process.send(List.of(texts), List.of("t"));
      assertThat(((NamedArray.Texts) process.receive(100).get(0)).values())
          .containsExactly("ää", "", "x\nyx\ny");
    }
  }

  @Test
  void receive_moreThanExpected_isRefused() {
    try (var process = open("double")) {
      process.send(List.of(floats(1, 2, 3)), List.of("x"));
      assertThatThrownBy(() -> process.receive(8))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("an answer of 12 bytes, where at most 8 are expected");
    }
  }

  @Test
  void open_modelThatDoesNotLoad_tellsWhy() {
    assertThatThrownBy(() -> open("unloadable"))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(folder.resolve("unloadable") + ": it is of cheese; give one of numbers");
  }

  @Test
  void receive_hang_endsTheChild() {
    assertLost("hang").hasMessageContaining("a batch took more than the 1 s it may");
  }

  @Test
  void receive_memoryBomb_endsTheChild() {
    assertLost("memory")
        .hasMessageMatching("(?s).*it took \\d+ MiB of memory, more than the 400.*");
  }

  @Test
  void receive_nativeCrash_isTold() {
    assertLost("crash").hasMessageContaining("it ended without an answer (exit code ");
  }

  @Test
  void receive_quit_showsItsLastWords() {
    assertLost("quit")
        .hasMessageContaining("exit code 7")
        .hasMessageContaining("last output: a model that prints | something  is wrong");
  }

  @Test
  void receive_refusalOrBug_isTold() {
    assertLost("refuse").hasMessageEndingWith("refuse: it wants others; give others");
    assertLost("bug").hasMessageContaining("IllegalArgumentException: a bug");
  }

  @Test
  void open_flood_isRefused() {
    assertThatThrownBy(() -> new ModelProcess(folder, Flooding.class, 1, PATIENT))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("it wrote bytes that are no answer to standard output");
  }

  @Test
  void open_boast_isRefusedBeforeAllocation() {
    assertThatThrownBy(() -> new ModelProcess(folder, Boasting.class, 1, PATIENT))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("an answer of 2000000000 bytes, where at most 0 are expected");
  }

  @Test
  void close_always_endsTheChild() {
    ModelProcess process = open("double");
    long pid = process.pid();
    process.close();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    process.close();
    assertThatThrownBy(() -> process.receive(1)).isInstanceOf(LimbeckException.class);
  }

  @Test
  void parent_killed_takesTheChildWithIt() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.resolve("hang").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long child = pid(parent.getInputStream());
    assertThat(ProcessHandle.of(child).map(ProcessHandle::isAlive)).contains(true);
    parent.destroyForcibly().waitFor();
    for (int i = 0; i < 100 && ProcessHandle.of(child).isPresent(); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(ProcessHandle.of(child)).isEmpty();
  }

  private static long pid(InputStream stream) throws IOException {
    var digits = new StringBuilder();
    for (int next = stream.read(); next != '\n'; next = stream.read()) {
      digits.append((char) next);
    }
    return Long.parseLong(digits.toString());
  }

  @Test
  void usual_environment_isReadAndChecked() {
    assertThat(ModelLimits.of(name -> null).load()).isEqualTo(Duration.ofMinutes(5));
    assertThat(ModelLimits.of(name -> name.endsWith("MEMORY_MB") ? "2" : " ").memoryBytes())
        .isEqualTo(2 << 20);
    assertThatThrownBy(() -> ModelLimits.of(name -> "2GB"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("LIMBECK_MODEL_LOAD_SECONDS: expected a whole number");
    assertThatThrownBy(() -> new ModelLimits(Duration.ZERO, Duration.ofSeconds(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
