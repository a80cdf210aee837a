/**
 * The HTML report of a study and the page of a diagnosis, made from records alone.
 *
 * <p>{@link org.limbeck.report.HtmlReport} writes a study's page, in which each section is a class
 * of its own; {@link org.limbeck.report.DiagnosisPage} and {@link
 * org.limbeck.report.DiagnosisSentences} present a diagnosis. Charts are in {@code report.chart},
 * markup in {@code report.html}. No LibTorch, no data.
 */
@NullMarked
package org.limbeck.report;

import org.jspecify.annotations.NullMarked;
