/** The HTML report, made from run records only. */
@NullMarked
package org.limbeck.report;

import org.jspecify.annotations.NullMarked;
