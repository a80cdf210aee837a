/**
 * Markup: escaped HTML elements, tables, and numbers as people read them.
 *
 * <p>{@link org.limbeck.report.html.Html} writes elements and escapes every text, {@link
 * org.limbeck.report.html.Tables} begins and ends tables, {@link org.limbeck.report.html.Numbers}
 * and {@link org.limbeck.report.html.Texts} format values. It knows nothing of studies; {@code
 * report.chart} draws SVG with it.
 */
@NullMarked
package org.limbeck.report.html;

import org.jspecify.annotations.NullMarked;
