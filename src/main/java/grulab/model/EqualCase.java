package grulab.model;

/** The three cases in which it makes no difference whether the reset gate acts before or after the linear map. */
public enum EqualCase {
    /** r = 1 in every unit at every step. */
    RESET_ONE,
    /** U_n diagonal, c_n = 0. */
    DIAGONAL,
    /** c_n = 0: equal at the first step from h_0 = 0, and at no later one. */
    FIRST_STEP
}
