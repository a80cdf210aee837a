/** JMH benchmarks of the inner parts. */
@NullMarked
package org.limbeck.bench;

import org.jspecify.annotations.NullMarked;
