/**
 * The section {@code data} of study files.
 *
 * <p>{@link org.limbeck.plan.data.DataKeys} reads and describes it, {@link
 * org.limbeck.plan.data.ValidationForm} knows the forms of {@code data.validation}. {@code
 * plan.yaml} puts it into a study.
 */
@NullMarked
package org.limbeck.plan.data;

import org.jspecify.annotations.NullMarked;
