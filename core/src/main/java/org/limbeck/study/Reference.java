package org.limbeck.study;

/** A combination that the students of a study are compared with. */
public enum Reference {
  /** Standard teacher, standard student: distillation as it is usually done. */
  STANDARD("standard", "worst_class_difference"),
  /**
   * Balanced teacher, standard student: the teacher's side alone does something for rare classes.
   */
  BALANCED_TEACHER("balanced", "worst_class_difference_to_balanced_teacher");

  private static final String STUDENT = "standard";

  private final String teacher;
  private final String column;

  Reference(String teacher, String column) {
    this.teacher = teacher;
    this.column = column;
  }

  /** Whether a combination is this one. */
  boolean matches(Combination combination) {
    return combination.teacher().name().equals(teacher)
        && combination.student() != null
        && combination.student().name().equals(STUDENT);
  }

  /** How tables call it: {@code balanced / standard}. */
  public String label() {
    return teacher + " / " + STUDENT;
  }

  /** The name that files give to the difference of worst-class accuracy to it. */
  public String column() {
    return column;
  }
}
