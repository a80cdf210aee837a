/** Study files: YAML to plan and back, every problem with its line. */
@NullMarked
package org.limbeck.plan.yaml;

import org.jspecify.annotations.NullMarked;
