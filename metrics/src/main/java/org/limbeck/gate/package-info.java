/**
 * The gate: whether predictions keep what a release requires, exactly, for every class.
 *
 * <p>{@link org.limbeck.gate.Gate} checks {@link org.limbeck.gate.Requirement}s on a table of
 * predictions and gives a {@link org.limbeck.gate.GateResult}: holds, violated or undecided, with a
 * {@link org.limbeck.gate.RuleResult} for each rule and class. {@link org.limbeck.gate.GateCounts}
 * are the counts that verdicts depend on, {@link org.limbeck.gate.Shares} and {@link
 * org.limbeck.gate.Drops} the arithmetic on them, for simulations. {@link org.limbeck.gate.Ledger}
 * keeps the looks at a test set. Built on {@code metric}, {@code diagnosis} and {@code scores}; the
 * definitions are in docs/method.md, section 5.
 */
@NullMarked
package org.limbeck.gate;

import org.jspecify.annotations.NullMarked;
