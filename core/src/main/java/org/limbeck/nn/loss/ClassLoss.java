package org.limbeck.nn.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * The margin loss with all that recipes add: class weights, margins of classes, and a softened term
 * for a teacher's scores.
 *
 * <p>With s = z - log c, class weights w, margins Delta, label weights r and softened ones q:
 *
 * <pre>
 * loss = (1 - share) sum_y w_y r_y l_Delta(y, s) + share T^2 sum_y w_y q_y l(y, s / T)
 * l_Delta(y, s) = log(1 + sum_{j != y} exp(s_j - (s_y - Delta_y)))
 * </pre>
 *
 * averaged over the batch. Sources: Cao et al., NeurIPS 2019 (Delta, for one-hot r); Hinton,
 * Vinyals &amp; Dean, 2015 (T, and T^2, which keeps the gradient's size); docs/method.md,
 * "Recipes".
 */
public final class ClassLoss implements StepLoss {
  private final Tensor logCosts;
  private final @Nullable Tensor classWeights;
  private final @Nullable Tensor margins;
  private final double share;
  private final double temperature;

  /**
   * A loss.
   *
   * @param logCosts log c, float32 {@code [classes]}
   * @param classWeights w, float32 {@code [classes]}, or null for ones
   * @param margins Delta &gt;= 0, float32 {@code [classes]}, or null for zeros
   * @param share of the softened term, in [0, 1]; above 0 label weights come in two rows, r and q
   * @param temperature T &gt; 0
   */
  public ClassLoss(
      Tensor logCosts,
      @Nullable Tensor classWeights,
      @Nullable Tensor margins,
      double share,
      double temperature) {
    this.logCosts = logCosts;
    this.classWeights = classWeights;
    this.margins = margins;
    this.share = share;
    this.temperature = temperature;
  }

  @Override
  public MarginLoss.Value of(Tensor scores, Tensor labelWeights) {
    long classes = scores.size(1);
    Tensor shifted = scores.sub(logCosts);
    Term sum = hard(shifted, weighted(labelWeights.narrow(1, 0, classes)));
    if (share > 0) {
      Term soft = soft(shifted, weighted(labelWeights.narrow(1, classes, classes)));
      sum = sum.scaled(1 - share).plus(soft.scaled(share));
    }
    Term mean = sum.scaled(1.0 / scores.size(0));
    return new MarginLoss.Value(mean.loss(), mean.gradient());
  }

  private Tensor weighted(Tensor rows) {
    return classWeights == null ? rows : rows.mul(classWeights);
  }

  /** A part of the loss, summed over the batch, and its gradient. */
  private record Term(Tensor loss, Tensor gradient) {
    Term scaled(double by) {
      var factor = new Scalar(by);
      return new Term(loss.mul(factor), gradient.mul(factor));
    }

    Term plus(Term other) {
      return new Term(loss.add(other.loss), gradient.add(other.gradient));
    }
  }

  private Term hard(Tensor shifted, Tensor rows) {
    return margins == null
        ? crossEntropy(torch.log_softmax(shifted, 1), rows)
        : withMargins(torch.log_softmax(shifted.to(ScalarType.Double), 1), rows, margins);
  }

  private static Term crossEntropy(Tensor logProbabilities, Tensor rows) {
    Tensor gradient = logProbabilities.exp().mul(rowSums(rows)).sub(rows);
    return new Term(logProbabilities.mul(rows).sum().neg(), gradient);
  }

  private static Tensor rowSums(Tensor rows) {
    return rows.sum(1).unsqueeze(1);
  }

  /*
   * With p = softmax(s) the denominator of l_Delta(y, .) is D_y = 1 - p_y + p_y exp(-Delta_y), which
   * lies in [exp(-Delta_y), 1]: no sum over pairs of classes is needed. It is computed in float64,
   * with expm1 for 1 - p_y: where p_y is nearly 1, float32 would leave nothing of exp(-Delta_y).
   */
  private static Term withMargins(Tensor logProbabilities, Tensor labels, Tensor floatMargins) {
    Tensor rows = labels.to(ScalarType.Double);
    Tensor margins = floatMargins.to(ScalarType.Double);
    Tensor p = logProbabilities.exp();
    Tensor shrunk = p.mul(margins.neg().exp());
    Tensor denominators = shrunk.sub(logProbabilities.expm1());
    Tensor perDenominator = rows.div(denominators);
    Tensor loss = logProbabilities.sub(margins).sub(denominators.log()).mul(rows).sum().neg();
    Tensor gradient =
        p.mul(rowSums(perDenominator).sub(perDenominator))
            .add(shrunk.mul(perDenominator))
            .sub(rows);
    return new Term(loss.to(ScalarType.Float), gradient.to(ScalarType.Float));
  }

  private Term soft(Tensor shifted, Tensor rows) {
    Tensor softened = torch.log_softmax(shifted.mul(new Scalar(1 / temperature)), 1);
    Term term = crossEntropy(softened, rows);
    return new Term(
        term.loss().mul(new Scalar(temperature * temperature)),
        term.gradient().mul(new Scalar(temperature)));
  }
}
