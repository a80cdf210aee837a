/**
 * The gate: whether predictions keep what a release requires, exactly, for every class.
 *
 * <p>{@link org.limbeck.gate.Gate} checks {@link org.limbeck.gate.Requirement}s on a table of
 * predictions and gives a {@link org.limbeck.gate.GateResult}: holds, violated or undecided, with a
 * {@link org.limbeck.gate.RuleResult} for each rule and class. {@link org.limbeck.gate.GateCounts}
 * are the counts that verdicts depend on, for simulations. {@code gate.exact} is the arithmetic on
 * counts, {@code gate.ledger} keeps the looks at a test set; {@code scores} reads the predictions.
 * Definitions: docs/method.md, section 5.
 */
@NullMarked
package org.limbeck.gate;

import org.jspecify.annotations.NullMarked;
