package org.limbeck.scores.array;

/** The values of an array, in the precision of its file. */
public sealed interface ArrayValues {
  /** How many there are. */
  int size();

  /** The value as a number. */
  double number(int index);

  /** The value as text; whole numbers without a point. */
  String text(int index);

  /** Numbers of at most 32 bits with a fraction. */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Floats(float[] values) implements ArrayValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double number(int index) {
      return values[index];
    }

    @Override
    public String text(int index) {
      return Wholes.text(values[index], Float.toString(values[index]));
    }
  }

  /** Numbers of 64 bits with a fraction. */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Doubles(double[] values) implements ArrayValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double number(int index) {
      return values[index];
    }

    @Override
    public String text(int index) {
      return Wholes.text(values[index], Double.toString(values[index]));
    }
  }

  /** Whole numbers. */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Wholes(long[] values) implements ArrayValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double number(int index) {
      return values[index];
    }

    @Override
    public String text(int index) {
      return Long.toString(values[index]);
    }

    /** Labels are often stored as 3.0 for 3. */
    private static String text(double value, String fraction) {
      return value == (int) value ? Integer.toString((int) value) : fraction;
    }
  }

  /** Texts, which are not numbers. */
  @SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
  record Texts(String[] values) implements ArrayValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double number(int index) {
      return Double.NaN;
    }

    @Override
    public String text(int index) {
      return values[index];
    }
  }
}
