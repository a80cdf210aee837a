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
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.data.Dataset;
import org.limbeck.export.OnnxParity;
import org.limbeck.train.Evaluation;

/** Rooms are listed from the ground up; each may use only those before it. */
@AnalyzeClasses(packages = "org.limbeck", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final List<String> ROOMS =
      List.of(
          "text",
          "io",
          "metric",
          "objective",
          "data",
          "nn",
          "teacher",
          "train",
          "study",
          "export",
          "report",
          "workflow");

  @ArchTest static final ArchRule ROOMS_USE_ONLY_ROOMS_BELOW = rooms();

  private static ArchRule rooms() {
    LayeredArchitecture layers = layeredArchitecture().consideringAllDependencies();
    for (String room : ROOMS) {
      layers = layers.layer(room).definedBy("org.limbeck." + room + "..");
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
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices().matching("org.limbeck.(*)..").should().beFreeOfCycles();

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
  static final ArchRule ARITHMETIC_KNOWS_NO_FILES =
      noClasses()
          .that()
          .resideInAnyPackage("org.limbeck.metric..", "org.limbeck.objective..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.io..", "com.fasterxml..");

  @ArchTest
  static final ArchRule REPORT_IS_MADE_FROM_RECORDS =
      noClasses()
          .that()
          .resideInAPackage("org.limbeck.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.limbeck.nn..", "org.limbeck.data..");

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
