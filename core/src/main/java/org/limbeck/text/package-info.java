/** Words for messages. */
@NullMarked
package org.limbeck.text;

import org.jspecify.annotations.NullMarked;
