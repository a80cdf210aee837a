package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code limbeck}; after {@code package}, so it is no part of {@code mvn test}. */
class LauncherIT {
  private static final Page PAGE = Page.of("recipes.md");

  @TempDir private Path folder = Path.of("");
  private Checkout checkout = new Checkout(folder);

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Checkout.in(folder);
  }

  @AfterEach
  void unlink() throws IOException {
    checkout.unlink();
  }

  private Cli bash(String script) throws IOException, InterruptedException {
    return checkout.bash(script, Map.of());
  }

  @Test
  void version_ofABuild_isPrintedWithoutBuilding() throws Exception {
    Cli result = bash("./limbeck --version");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).matches("limbeck \\d.*\n");
    assertThat(result.code()).isZero();
  }

  @Test
  void source_newerThanTheBuild_startsMavenAndReportsItsFailure() throws Exception {
    Path maven = Files.createDirectory(folder.resolve("fake")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho no compiler today\nexit 1\n");
    Cli result =
        bash(
            "chmod +x fake/mvn; sleep 0.02; echo >core/src/main/New.java\n"
                + "PATH=$PWD/fake:$PATH ./limbeck --version");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("building (something has changed", "no compiler today", "the build failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMBECK_JAVA_OPTS=-XX:+Nope ./limbeck recipes",
        "JAVA_TOOL_OPTIONS=-XX:+Nope ./limbeck recipes",
        "ulimit -v 300000; ./limbeck recipes",
        "ulimit -d 300000; ./limbeck recipes"
      })
  void jvm_thatDoesNotStart_exitsWithThree(String script) throws Exception {
    for (String use : List.of("first", "second")) {
      Cli result = bash(script);
      assertThat(result.code()).as(use).isEqualTo(3);
      assertThat(result.err()).startsWith("limbeck: the JVM does not start; see LIMBECK_JAVA_OPTS");
      assertThat(result.out()).isEmpty();
      bash("./limbeck --version >/dev/null"); // now the version of Java is known
    }
  }

  @Test
  void plugin_thatDoesNotExist_isAnError() throws Exception {
    Cli result = bash("LIMBECK_PLUGINS=pom.xml:nosuch.jar ./limbeck recipes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("LIMBECK_PLUGINS names nosuch.jar, which does not exist");
  }

  @Test
  void umlaut_inALocaleOfAscii_isReadAndPrinted() throws Exception {
    // Spelt out in bytes, since this JVM may be in such a locale too.
    Cli result =
        bash(
            """
            group=$'Gr\\xc3\\xb6\\xc3\\x9fe' file=$'Gr\\xc3\\xbcn.csv'
            printf "label,prediction,$group\\n0,0,a\\n1,1,b\\n" >$file
            LC_ALL=C ./limbeck evaluate --group $group $file
            LANG=xx_XX.UTF-8 ./limbeck evaluate --group $group $file
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out().split("balanced accuracy", -1)).hasSize(1 + 2);
  }

  @Test
  void command_unknown_isAnErrorWithHelpToo() throws Exception {
    Cli result = bash("./limbeck nosuch --help");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("'nosuch'");
  }

  @Test
  void output_thatCannotBeWritten_isAnError() throws Exception {
    Cli result =
        bash(
            """
            printf 'label,prediction\\n0,0\\n1,1\\n' >p.csv
            ./limbeck evaluate --json p.csv >/dev/full
            """);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("the output could not be written");
  }

  @Test
  void commands_ofThePageOnRecipes_loadAndTrainACustomRule() throws Exception {
    List<String> files = PAGE.blocks("yaml");
    Files.writeString(folder.resolve("half-way.yaml"), files.get(files.size() - 1));
    Cli result = bash(String.join("", PAGE.blocks("sh")));
    assertThat(result.err()).doesNotContain("limbeck: ");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(PAGE.blocks("text").get(0))
        .containsPattern("(?m)^standard +half-way +\\d");
    Cli always =
        bash(
            """
            mkdir -p .config/limbeck/plugins elsewhere/limbeck/plugins
            cp plugin/square-root-prior.jar .config/limbeck/plugins
            ./limbeck recipes | grep 'Class rules'
            LIMBECK_PLUGINS=plugin XDG_CONFIG_HOME=$PWD/elsewhere ./limbeck recipes \\
                | grep 'Class rules'
            """);
    assertThat(always.out()).isEqualTo(PAGE.blocks("text").get(0).repeat(2));
  }
}
