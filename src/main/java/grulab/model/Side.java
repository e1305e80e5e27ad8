package grulab.model;

/** Which of a gate's parameters a block of stored numbers is. */
public enum Side {
    /** W, [H×I] */
    INPUT,
    /** U, [H×H] */
    RECURRENT,
    /** b, [H], where there is a second one on the recurrent side */
    INPUT_BIAS,
    /** c, [H] */
    RECURRENT_BIAS,
    /** The only bias, [H]; the sum of both where a cell has two. Of a candidate with reset after it is outside r. */
    BIAS
}
