package org.limbeck.study;

import org.limbeck.data.Dataset;
import org.limbeck.objective.Objective;

/**
 * A run to do, with what its spec only names.
 *
 * @param spec what decides the outcome
 * @param plan of its role
 * @param objective what is minimised
 * @param data the splits
 */
record RunTask(RunSpec spec, RolePlan plan, Objective objective, Dataset data) {}
