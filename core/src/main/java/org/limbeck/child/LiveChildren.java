package org.limbeck.child;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The children that run now; all are ended when this process ends in order. */
final class LiveChildren {
  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> LIVE.forEach(Process::destroyForcibly), "limbeck-model-end"));
  }

  private LiveChildren() {}

  static void add(Process process) {
    LIVE.add(process);
  }

  static void remove(Process process) {
    LIVE.remove(process);
  }
}
