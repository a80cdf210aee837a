/** The front door: whole jobs in one call. */
@NullMarked
package org.limbeck.workflow;

import org.jspecify.annotations.NullMarked;
