package org.limbeck.objective;

/** How costs enter the loss (docs/method.md, section 2). */
public enum Form {
  /** l_c(r, z) = -sum_y r_y log softmax(z - log c)_y: moves the margins. */
  MARGIN,
  /** -sum_y c_y r_y log softmax(z)_y: plain cross-entropy, re-weighted. */
  REWEIGHT
}
