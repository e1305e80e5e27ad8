package grulab.model;

/** Which matrices were used the other way round. */
public enum Transposed {
    NONE,
    /** U used as its transpose. */
    RECURRENT,
    /** W used as its transpose, which only I = H allows. */
    INPUT,
    BOTH
}
