package org.limbeck.objective;

/**
 * The teacher's mean margin on a class, at least 0: large where the teacher is sure and right.
 *
 * <p>Source: Lukasik, Bhojanapalli, Menon &amp; Kumar, <i>Teacher's pet: understanding and
 * mitigating biases in distillation</i>, 2021 (AdaMargin). The formula is from general knowledge of
 * that paper, whose text was not at hand.
 */
public final class TeacherMargins implements ClassRule {
  @Override
  public String name() {
    return "teacher-margin";
  }

  @Override
  public double[] values(ClassFacts facts) {
    return facts.teacherMargins().stream().mapToDouble(margin -> Math.max(0, margin)).toArray();
  }
}
