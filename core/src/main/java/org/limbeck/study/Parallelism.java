package org.limbeck.study;

import org.limbeck.plan.Role;

/**
 * How the processor is shared by runs.
 *
 * @param cores threads in all, &gt;= 1
 * @param teacherThreads LibTorch threads of a teacher's run, in [1, cores]
 * @param studentThreads LibTorch threads of a student's run, in [1, cores]
 */
public record Parallelism(int cores, int teacherThreads, int studentThreads) {
  public Parallelism {
    check("teacherThreads", teacherThreads, cores);
    check("studentThreads", studentThreads, cores);
  }

  private static void check(String key, int threads, int cores) {
    if (threads < 1 || threads > cores) {
      throw new IllegalArgumentException(
          "%s: expected [1, %d], found %d".formatted(key, cores, threads));
    }
  }

  /** As many runs at a time as there are cores, one thread each. */
  public static Parallelism onAllCores() {
    return new Parallelism(Runtime.getRuntime().availableProcessors(), 1, 1);
  }

  /** A number of runs at a time, each with as many threads. */
  public static Parallelism of(int runs, int threads) {
    return new Parallelism(Math.multiplyExact(runs, threads), threads, threads);
  }

  /** Threads of a run. */
  int threads(Role role) {
    return role == Role.TEACHER ? teacherThreads : studentThreads;
  }

  /** In words, for people. */
  public String text() {
    return "teachers %s, students %s".formatted(text(teacherThreads), text(studentThreads));
  }

  private String text(int threads) {
    return "%d at a time with %d %s each"
        .formatted(cores / threads, threads, threads == 1 ? "thread" : "threads");
  }
}
