/**
 * Study files: YAML to a plan and back.
 *
 * <p>{@link org.limbeck.plan.yaml.StudyYaml} reads a file and reports all its problems at once,
 * each with its line and key; {@link org.limbeck.plan.yaml.StudyYamlWriter} writes the file that
 * stands for a plan. Of the other rooms it knows {@code plan} and the values that plans hold.
 */
@NullMarked
package org.limbeck.plan.yaml;

import org.jspecify.annotations.NullMarked;
