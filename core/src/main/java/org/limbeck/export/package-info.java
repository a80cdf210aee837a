/** Models that leave Limbeck: ONNX and model cards. */
@NullMarked
package org.limbeck.export;

import org.jspecify.annotations.NullMarked;
