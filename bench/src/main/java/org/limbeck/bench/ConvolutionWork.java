package org.limbeck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolPointer;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.nn.Layer;
import org.limbeck.nn.Natives;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;

/** The convolutions of a network alone, forward and backward: the floor of its training step. */
final class ConvolutionWork implements Images.Work {
  ConvolutionWork(String network) {}

  @Override
  public void measure(ImageSettings settings, Map<String, Object> result) {}
}
