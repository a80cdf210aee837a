package org.limbeck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.data.Dataset;
import org.limbeck.export.OnnxParity;
import org.limbeck.train.Evaluation;

/**
 * Rooms are listed from the ground up; each may use only those before it. Packages within packages
 * are rooms of their own.
 */
@AnalyzeClasses(packages = "org.limbeck", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  /** Packages below {@code org.limbeck}; docs/architecture.md has the same table. */
  static final List<String> ROOMS =
      List.of(
          "base",
          "metric",
          "objective",
          "calibration",
          "diagnosis",
          "scores.array",
          "scores.column",
          "scores",
          "gate.exact",
          "gate.ledger",
          "gate",
          "data.column",
          "data",
          "data.csv",
          "data.image.archive",
          "data.image.picture",
          "data.image.cache",
          "data.image",
          "nn.loss",
          "nn",
          "nn.input",
          "child",
          "nn.script",
          "onnx",
          "teacher",
          "teacher.intake",
          "train",
          "train.engine",
          "teacher.foreign",
          "plan.recipe",
          "plan",
          "plan.key",
          "plan.foreign",
          "plan.data",
          "plan.yaml",
          "store.foreign",
          "store.judging",
          "store",
          "study",
          "compare",
          "export",
          "report.html",
          "report.chart",
          "report.table",
          "report",
          "workflow.scored",
          "workflow");

  @ArchTest static final ArchRule ROOMS_USE_ONLY_ROOMS_BELOW = rooms();

  private static ArchRule rooms() {
    LayeredArchitecture layers = layeredArchitecture().consideringAllDependencies();
    for (String room : ROOMS) {
      layers = layers.layer(room).definedBy("org.limbeck." + room);
    }
    for (int i = 0; i < ROOMS.size(); i++) {
      List<String> above = new ArrayList<>(ROOMS.subList(i + 1, ROOMS.size()));
      layers =
          above.isEmpty()
              ? layers.whereLayer(ROOMS.get(i)).mayNotBeAccessedByAnyLayer()
              : layers
                  .whereLayer(ROOMS.get(i))
                  .mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
    }
    return layers;
  }

  @ArchTest
  static final ArchRule EVERY_CLASS_IS_IN_A_ROOM =
      classes()
          .that()
          .doNotBelongToAnyOf(LimbeckException.class)
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(
              ROOMS.stream().map(room -> "org.limbeck." + room).toArray(String[]::new));

  @ArchTest
  static final ArchRule LIBTORCH_STAYS_WHERE_NETWORKS_RUN =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.limbeck.nn..", "org.limbeck.train..", "org.limbeck.teacher..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule TRAINING_STATE_IS_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAPackage("org.limbeck.train")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule ARITHMETIC_KNOWS_NO_FILES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.limbeck.metric",
              "org.limbeck.objective",
              "org.limbeck.calibration",
              "org.limbeck.diagnosis",
              "org.limbeck.gate.exact")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.io..", "com.fasterxml..");

  @ArchTest
  static final ArchRule RESULTS_ARE_COMPARED_FROM_RECORDS =
      noClasses()
          .that()
          .resideInAPackage("org.limbeck.compare")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.limbeck.study", "org.limbeck.nn..", "org.bytedeco..");

  @ArchTest
  static final ArchRule REPORT_IS_MADE_FROM_RECORDS =
      noClasses()
          .that()
          .resideInAPackage("org.limbeck.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.limbeck.nn..", "org.limbeck.data..", "org.limbeck.study");

  @ArchTest
  static final ArchRule TEST_SPLIT_IS_READ_AT_THE_END_ONLY =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Evaluation.class, OnnxParity.class)
          .should()
          .callMethod(Dataset.class, "test");

  @ArchTest
  static final ArchRule NO_JAVA_DESERIALISATION =
      noClasses().should().dependOnClassesThat().areAssignableTo(java.io.ObjectInputStream.class);

  @ArchTest
  static final ArchRule NO_SETTERS =
      noMethods().that().arePublic().should().haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule PUBLIC_CONCEPTS_ARE_CLOSED =
      classes()
          .that()
          .resideInAnyPackage("org.limbeck.objective..")
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .haveModifier(JavaModifier.FINAL);
}
