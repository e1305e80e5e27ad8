package grulab.control;

/** The languages in which a line of arithmetic can be copied. */
public enum CopyAs {
    TEXT,
    LATEX,
    NUMPY
}
