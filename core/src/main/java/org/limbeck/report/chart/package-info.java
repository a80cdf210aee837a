/**
 * Charts as SVG: one class each, on shared scales, marks and legends.
 *
 * <p>A chart such as {@link org.limbeck.report.chart.ScatterChart} is given its values and knows
 * nothing of the sections of the report. {@link org.limbeck.report.chart.SeriesStyles} gives
 * objectives their colours and shapes. Between {@code report.html} and {@code report}.
 */
@NullMarked
package org.limbeck.report.chart;

import org.jspecify.annotations.NullMarked;
