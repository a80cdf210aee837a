/**
 * Charts as SVG: one class each, on shared scales, marks and legends.
 *
 * <p>A chart is given what it draws and knows nothing of the sections of the report.
 */
@NullMarked
package org.limbeck.report.chart;

import org.jspecify.annotations.NullMarked;
