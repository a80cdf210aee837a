package org.limbeck.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloserTest {
  private final List<String> closed = new ArrayList<>();

  private void fail(String name) {
    closed.add(name);
    throw new IllegalStateException(name);
  }

  @Test
  void close_severalResources_closesEachOnceInReverseOrder() {
    var closer = new Closer();
    assertThat(closer.add("first", closed::add)).isEqualTo("first");
    closer.add("second", closed::add);
    closer.close();
    closer.close();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void close_someFail_closesTheOthersAndThrowsTheFirstFailure() {
    var closer = new Closer();
    closer.add("first", this::fail);
    closer.add("second", closed::add);
    closer.add("third", this::fail);
    assertThatThrownBy(closer::close)
        .hasMessage("third")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("first"));
    assertThat(closed).containsExactly("third", "second", "first");
  }

  @Test
  void closeAfter_aFailure_keepsItAndSuppressesThoseOfClosing() {
    var closer = new Closer();
    closer.add("first", this::fail);
    var failure = new IllegalArgumentException("no memory");
    closer.closeAfter(failure);
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(closed).containsExactly("first");
  }

  @Test
  void close_anErrorIsThrown_closesTheOthersAndThrowsIt() {
    var closer = new Closer();
    closer.add("first", closed::add);
    closer.add(
        "second",
        name -> {
          throw new AssertionError(name);
        });
    assertThatThrownBy(closer::close).isInstanceOf(AssertionError.class).hasMessage("second");
    assertThat(closed).containsExactly("first");
  }
}
