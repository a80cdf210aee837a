/**
 * The machinery of study files: YAML as positioned values, described keys, and problems.
 *
 * <p>A {@link org.limbeck.plan.key.Key} describes one key of a section once: how it is read,
 * written and documented, by its {@link org.limbeck.plan.key.Kind}. {@link
 * org.limbeck.plan.key.Section} reads values, {@link org.limbeck.plan.key.Problems} collects all
 * that is wrong, with file and line. Knows no keys of a study: those are in {@code plan.yaml}.
 */
@NullMarked
package org.limbeck.plan.key;

import org.jspecify.annotations.NullMarked;
