package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.base.Json;

/**
 * One measurement on images, as JSON on standard output: the Limbeck half of {@code
 * bench/images.py}.
 *
 * <p>Usage: {@code Images WORK --threads T --batch B --rounds R --seconds S [--data-dir DIR]}.
 */
public final class Images {
  private Images() {}

  /** How a work measures itself: adds its figures to a result. */
  interface Work {
    void measure(ImageSettings settings, Map<String, Object> result);
  }

  private static Map<String, Work> works() {
    Map<String, Work> works = new TreeMap<>();
    for (String network : new String[] {"resnet8", "resnet20", "resnet32"}) {
      works.put("step-" + network, StepWork.plain(network, false));
      works.put("step-" + network + "-constant", new ConstantBatchWork(network));
      works.put("standard-" + network, StepWork.plain(network, false));
      works.put("robust-" + network, StepWork.plain(network, true));
      works.put("convolution-" + network, new ConvolutionWork(network));
    }
    works.put("score-resnet56", new ScoreWork("resnet56"));
    works.put("distill-resnet32", StudyWork.sixStudents("resnet56", "resnet32"));
    works.put("grid-resnet20-resnet8", StudyWork.grid("resnet20", "resnet8"));
    return works;
  }

  /** Runs the named work. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Work> works = works();
    Work work = arguments.length == 0 ? null : works.get(arguments[0]);
    if (work == null) {
      System.err.println("usage: Images WORK [--threads T ...]; works: " + works.keySet());
      System.exit(2);
      return;
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("work", arguments[0]);
    ImageSettings settings = ImageSettings.of(options);
    work.measure(settings, result);
    result.put("threads", settings.threads());
    result.put("peak_rss_mib", peakMemory());
    System.out.println(Json.canonical(result));
  }

  /** The most memory that this process ever held, in MiB. */
  private static long peakMemory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}
