package org.limbeck.table;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import org.limbeck.table.sandbox.TableSandbox;

@AnalyzeClasses(
    packages = "org.limbeck.table",
    importOptions = ImportOption.DoNotIncludeTests.class)
class TableLayersTest {
  /** It opens the databases of others, and refuses DuckDB. */
  private static final String JDBC = "org.limbeck.table.jdbc.JdbcConnection";

  @ArchTest
  static final ArchRule TABLES_KNOW_DATA_AND_SCORES_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.bytedeco..",
              "org.limbeck.nn..",
              "org.limbeck.onnx..",
              "org.limbeck.teacher..",
              "org.limbeck.train..",
              "org.limbeck.plan..",
              "org.limbeck.store..",
              "org.limbeck.study..",
              "org.limbeck.compare..",
              "org.limbeck.export..",
              "org.limbeck.report..",
              "org.limbeck.workflow..");

  @ArchTest
  static final ArchRule ONLY_THE_SANDBOX_OPENS_DUCKDB =
      noClasses()
          .that()
          .doNotBelongToAnyOf(TableSandbox.class)
          .and()
          .doNotHaveFullyQualifiedName(JDBC)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(DriverManager.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.duckdb..");

  @ArchTest
  static final ArchRule NO_JAVA_DESERIALISATION =
      noClasses().should().dependOnClassesThat().areAssignableTo(java.io.ObjectInputStream.class);
}
