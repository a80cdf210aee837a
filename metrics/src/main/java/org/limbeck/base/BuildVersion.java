package org.limbeck.base;

import java.util.Objects;

/** The version of this library. */
public final class BuildVersion {
  private BuildVersion() {}

  /** The version that the jar's manifest names; {@code development} where it names none. */
  public static String text() {
    return Objects.requireNonNullElse(
        BuildVersion.class.getPackage().getImplementationVersion(), "development");
  }
}
