package org.limbeck.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.metric.ArgMax;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.nn.StateDict;
import org.limbeck.teacher.NetworkViewLogits;

/** A teacher that scores images for its students. */
final class ScoreWork implements Images.Work {
  private static final int COMPARED = 4096;

  private final NetworkSpec spec;

  ScoreWork(String network) {
    spec = NetworkSpec.parse(network);
  }

  @Override
  public void measure(ImageSettings settings, Map<String, Object> result) {
    Natives.useThreads(settings.threads());
    Examples images = settings.train();
    var description = NetworkDescription.of(spec, images.shape(), 10, Normalisation.of(images));
    StateDict state = StepWork.trained(settings, spec).last().state();
    Precision precision = Precision.AUTO.resolved(spec);
    try (var scorer = new NetworkViewLogits(description, state, precision, images, Views.NONE)) {
      List<Double> times = new ArrayList<>();
      long end = System.nanoTime() + (long) ((1 + settings.seconds()) * settings.rounds() * 1e9);
      for (int batch = 0; System.nanoTime() < end; batch++) {
        int first = batch * settings.batch() % (images.size() - settings.batch());
        long start = System.nanoTime();
        scorer.logits(range(first, settings.batch()), new int[settings.batch()]);
        times.add((System.nanoTime() - start) / 1e9);
      }
      result.put(
          "images_per_second",
          settings.batch() / StepWork.median(times.subList(times.size() / 4, times.size())));
      try (var exact =
          new NetworkViewLogits(description, state, Precision.FP32, images, Views.NONE)) {
        compare(scorer, exact, settings.batch(), result);
      }
    }
  }

  private static int[] range(int from, int count) {
    var range = new int[count];
    Arrays.setAll(range, i -> from + i);
    return range;
  }

  private static void compare(
      NetworkViewLogits fast, NetworkViewLogits exact, int batch, Map<String, Object> result) {
    double worst = 0;
    int changed = 0;
    int compared = 0;
    for (int first = 0; first < COMPARED; first += batch) {
      float[] rough = fast.logits(range(first, batch), new int[batch]);
      float[] fine = exact.logits(range(first, batch), new int[batch]);
      for (int i = 0; i < rough.length; i++) {
        worst = Math.max(worst, Math.abs((double) rough[i] - fine[i]));
      }
      int[] roughly = ArgMax.of(rough, 10);
      int[] finely = ArgMax.of(fine, 10);
      for (int i = 0; i < batch; i++) {
        changed += roughly[i] == finely[i] ? 0 : 1;
      }
      compared += batch;
    }
    result.put("worst_logit_difference", worst);
    result.put("changed_predictions", changed);
    result.put("compared_images", compared);
  }
}
