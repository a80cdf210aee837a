/**
 * What a study is to do, as values.
 *
 * <p>{@link org.limbeck.plan.StudyPlan} holds the data, a {@link org.limbeck.plan.RolePlan} for
 * teacher and student, the seeds and a {@link org.limbeck.plan.SelectionPlan}. Recipes are in
 * {@code plan.recipe}, study files are read and written in {@code plan.yaml}. Nothing here runs
 * anything.
 */
@NullMarked
package org.limbeck.plan;

import org.jspecify.annotations.NullMarked;
