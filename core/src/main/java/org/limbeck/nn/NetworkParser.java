package org.limbeck.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/** Reads the text that names a network in a study file. */
final class NetworkParser {
  private static final String RESNET = "resnet";
  private static final List<String> KINDS =
      Stream.concat(
              Stream.of("mlp", "convnet"),
              Stream.concat(CifarResNet.DEPTHS.stream(), ImageResNet.BLOCKS.keySet().stream())
                  .sorted()
                  .map(depth -> RESNET + depth))
          .toList();

  private NetworkParser() {}

  static NetworkSpec parse(String text) {
    List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
    String kind = words.get(0);
    if (!KINDS.contains(kind)) {
      throw new LimbeckException(
          "no network '%s'%s; there are %s"
              .formatted(kind, DidYouMean.hint(kind, KINDS), String.join(", ", KINDS)));
    }
    return kind.startsWith(RESNET) ? resNet(text, words) : plain(text, words);
  }

  private static NetworkSpec resNet(String text, List<String> words) {
    int depth = Integer.parseInt(words.get(0).substring(RESNET.length()));
    List<String> rest = new ArrayList<>(words.subList(1, words.size()));
    double width = rest.isEmpty() || !rest.get(0).startsWith("x") ? 1 : width(text, rest.remove(0));
    boolean large = ImageResNet.BLOCKS.containsKey(depth);
    boolean smallStem = large && rest.remove(ImageResNet.SMALL_STEM);
    if (!rest.isEmpty()) {
      throw new LimbeckException(
          "network '%s': expected '%s', perhaps with a width like 'x0.5'%s, found '%s'"
              .formatted(
                  text,
                  words.get(0),
                  large ? " and '" + ImageResNet.SMALL_STEM + "'" : "",
                  String.join(" ", rest)));
    }
    return large ? new ImageResNet(depth, width, smallStem) : new CifarResNet(depth, width);
  }

  private static double width(String text, String word) {
    if (!word.matches("x\\d{1,2}(\\.\\d{1,4})?")) {
      throw new LimbeckException(
          "network '%s': expected a width like x0.5, found '%s'".formatted(text, word));
    }
    double width = Double.parseDouble(word.substring(1));
    try {
      ResNetBlocks.checkWidth(width);
    } catch (IllegalArgumentException e) {
      throw new LimbeckException("network '%s': %s".formatted(text, e.getMessage()), e);
    }
    return width;
  }

  private static NetworkSpec plain(String text, List<String> words) {
    String kind = words.get(0);
    if (words.size() != 2 || !words.get(1).matches("[1-9]\\d{0,5}(-[1-9]\\d{0,5}){0,31}")) {
      throw new LimbeckException(
          "network '%s': expected widths, like '%s 16' or '%s 256-256'"
              .formatted(text, kind, kind));
    }
    List<Integer> widths =
        Arrays.stream(words.get(1).split("-", -1)).map(Integer::valueOf).toList();
    if (widths.stream().anyMatch(width -> width > NetworkSpec.MAX_WIDTH)) {
      throw new LimbeckException(
          "network '%s': widths up to %d are possible".formatted(text, NetworkSpec.MAX_WIDTH));
    }
    return kind.equals("mlp") ? new NetworkSpec.Mlp(widths) : new NetworkSpec.ConvNet(widths);
  }
}
