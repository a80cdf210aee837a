/**
 * The columns of a table: what the raw values of a row are, before they become features.
 *
 * <p>Main types: {@link org.limbeck.data.column.Columns}, {@link org.limbeck.data.column.Column}.
 * Sources of tables ({@code data}, {@code table}) make them.
 */
@NullMarked
package org.limbeck.data.column;

import org.jspecify.annotations.NullMarked;
