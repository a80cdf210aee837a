/** Study files: YAML to plan and back, every problem with its line. */
@NullMarked
package org.limbeck.study.yaml;

import org.jspecify.annotations.NullMarked;
