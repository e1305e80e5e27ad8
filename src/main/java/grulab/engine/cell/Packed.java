package grulab.engine.cell;

/**
 * Values that are trained together and their gradient, in arrays of one layout; what pads them is zero in both, or a
 * constant with no gradient.
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point: they are written at every step
public record Packed(float[] value, float[] gradient) {}
