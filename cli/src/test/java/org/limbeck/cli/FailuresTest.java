package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import picocli.CommandLine;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  @Test
  void report_userError_printsTheMessageAlone() {
    assertThat(report(new LimbeckException("a.csv is empty"))).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("limbeck: a.csv is empty");
  }

  @Test
  void report_interruption_isFoundInTheCauses() {
    assertThat(report(new IllegalStateException(new InterruptedException()))).isEqualTo(130);
    assertThat(err.toString().strip()).isEqualTo("limbeck: interrupted");
  }

  @Test
  void report_fault_writesTheTraceToAFile() throws IOException {
    assertThat(report(new IllegalStateException("odd"))).isEqualTo(3);
    assertThat(err.toString())
        .startsWith("limbeck: internal fault: java.lang.IllegalStateException: odd")
        .contains("Please report it with the file ")
        .doesNotContain("\tat ");
    String printed = err.toString().strip();
    Path file = Path.of(printed.substring(printed.lastIndexOf(' ') + 1, printed.length() - 1));
    assertThat(Files.readString(file)).contains("IllegalStateException: odd", "\tat ");
    Files.delete(file);
  }

  @Test
  void report_pluginThatCannotBeLoaded_isTheUsersToMend() {
    assertThat(report(new ServiceConfigurationError("Rule: Provider Mine not found"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("a plugin cannot be loaded: Rule: Provider Mine not found", "LIMBECK_PLUGINS");
    var newer = new UnsupportedClassVersionError("Mine");
    var command = new CommandLine(new Main());
    assertThat(report(new CommandLine.ExecutionException(command, "wrapped", newer))).isEqualTo(2);
  }

  private int report(Throwable failure) {
    return Failures.report(failure, new PrintWriter(err));
  }
}
