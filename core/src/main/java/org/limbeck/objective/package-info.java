/** Objectives, priors, risks, multipliers and costs: plain arithmetic on classes. */
@NullMarked
package org.limbeck.objective;

import org.jspecify.annotations.NullMarked;
