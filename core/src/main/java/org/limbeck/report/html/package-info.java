/** Markup: escaped HTML elements, tables, and numbers as people read them. */
@NullMarked
package org.limbeck.report.html;

import org.jspecify.annotations.NullMarked;
