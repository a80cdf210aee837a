package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyListenersTest {
  private final List<String> reports = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private final StudyListener counting =
      new StudyListener() {
        @Override
        public void onDamaged(String runId) {
          told.add(runId);
        }
      };

  private static final class Broken implements StudyListener {
    private final Throwable thrown;

    Broken(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public void onDamaged(String runId) {
      if (thrown instanceof Error e) {
        throw e;
      }
      throw (RuntimeException) thrown;
    }
  }

  @Test
  void listeners_oneThrows_tellsTheOthersAndReportsItOnce() {
    var broken = new Broken(new IllegalStateException("no connection"));
    var listeners = new StudyListeners(List.of(counting, broken, counting), reports::add);
    listeners.onDamaged("a");
    listeners.onDamaged("b");
    assertThat(told).containsExactly("a", "a", "b", "b");
    assertThat(reports)
        .containsExactly(
            "the listener org.limbeck.study.StudyListenersTest$Broken has failed, the study"
                + " continues: java.lang.IllegalStateException: no connection");
  }

  @Test
  void listeners_twoThrow_reportsBoth() {
    var listeners =
        new StudyListeners(
            List.of(new Broken(new IllegalStateException()), new Broken(new RuntimeException())),
            reports::add);
    assertThatCode(() -> listeners.onDamaged("a")).doesNotThrowAnyException();
    assertThat(reports).hasSize(2);
  }

  @Test
  void listeners_oneRunsOutOfMemory_isPassedOn() {
    var listeners =
        new StudyListeners(List.of(new Broken(new OutOfMemoryError("heap"))), reports::add);
    assertThatThrownBy(() -> listeners.onDamaged("a")).isInstanceOf(OutOfMemoryError.class);
    assertThat(reports).isEmpty();
  }

  @Test
  void listeners_everyEvent_isPassedOn() {
    List<String> own =
        Arrays.stream(StudyListeners.class.getDeclaredMethods()).map(Method::getName).toList();
    assertThat(StudyListener.class.getDeclaredMethods())
        .filteredOn(Method::isDefault)
        .extracting(Method::getName)
        .isNotEmpty()
        .isSubsetOf(own);
  }
}
