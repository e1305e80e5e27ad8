package grulab.engine.math;

/** What the kernels reached on this machine, each in GFLOP/s on one thread. */
record RaceResult(double vector, double plain) {
    /** Code that was not compiled stays far below, any that was far above. */
    static final double COMPILED = 1;

    /** The gates of a cell gain by vectors too, so the products may lose a little. */
    private static final double ALLOWANCE = 0.8;

    /** Whether both had their chance. */
    boolean fair() {
        return vector >= COMPILED && plain >= COMPILED;
    }

    boolean vectorWins() {
        return vector >= ALLOWANCE * plain;
    }
}
