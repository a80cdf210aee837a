package org.limbeck.gate.exact;

/**
 * Two one-sided confidence bounds, each at its own level.
 *
 * @param lower the value is at least this
 * @param upper the value is at most this
 */
public record Bounds(double lower, double upper) {}
