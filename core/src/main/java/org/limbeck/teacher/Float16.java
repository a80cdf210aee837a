package org.limbeck.teacher;

/** IEEE 754 binary16 numbers as the bits of a short. */
final class Float16 {
  private static final float LARGEST = 65504f;
  private static final int BIAS = 112 << 23;

  private Float16() {}

  /** The nearest half, ties to even; beyond the largest one, that. */
  static short of(float value) {
    float clamped = Math.max(-LARGEST, Math.min(LARGEST, value));
    int bits = Float.floatToRawIntBits(clamped);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return 0x7e00; // not a number
    }
    if (magnitude < 0x38800000) { // below the smallest normal half: a multiple of 2^-24
      return (short) (sign | (int) Math.rint(Math.abs((double) clamped) * 0x1p24));
    }
    int rounded = magnitude - BIAS + 0xfff + ((magnitude >>> 13) & 1);
    return (short) (sign | (rounded >>> 13));
  }

  /** The value of a half. */
  static float toFloat(short half) {
    int exponent = (half >>> 10) & 0x1f;
    int fraction = half & 0x3ff;
    float magnitude =
        exponent == 0
            ? fraction * 0x1p-24f
            : exponent == 0x1f
                ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                : Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
    return half < 0 ? -magnitude : magnitude;
  }
}
