package org.limbeck.store;

import org.limbeck.base.BuildVersion;
import org.limbeck.nn.Compute;
import org.limbeck.nn.Natives;

/**
 * What a run was made with.
 *
 * @param limbeck version of this library
 * @param java version of the JVM
 * @param libtorch version of the binding
 * @param system operating system and processor architecture
 * @param threads LibTorch threads of the run
 * @param device where it computed
 */
public record Provenance(
    String limbeck, String java, String libtorch, String system, int threads, String device) {

  /** The provenance of a run in this process. */
  public static Provenance here(Compute compute) {
    return new Provenance(
        BuildVersion.text(),
        System.getProperty("java.version", "unknown"),
        Natives.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        compute.threads(),
        compute.device().text());
  }
}
