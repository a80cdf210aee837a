/**
 * Measurements: JMH benchmarks and programs that time inner parts.
 *
 * <p>{@link org.limbeck.bench.StepBenchmark} times training steps, {@link
 * org.limbeck.bench.ScoreCacheBenchmark} the score cache, {@link
 * org.limbeck.bench.MultipliersBenchmark} the arithmetic between steps. Results are in {@code
 * docs/results}. No other module depends on this one.
 */
@NullMarked
package org.limbeck.bench;

import org.jspecify.annotations.NullMarked;
