package grulab.engine.cell;

/**
 * What a GRU does unit by unit, between its products, for some rows of a step: {@code row} in the window, {@code b} in
 * the batch. {@code sign} is −1 where z admits. See {@link GruCell} for what stands where.
 */
interface GruGates {
    /** From U h: r = σ(a_r), k = σ(± a_z). */
    void gates(int row, int rows, float sign);

    /** Reset after, from U_n h and r: m = U_n h + c_n, h̃ = tanh(W_n x + b_n + r ⊙ m), h' = h̃ + k ⊙ (h − h̃). */
    void candidateAfter(int row, int rows);

    /** Backward of both: dh becomes the share of ∂L/∂h that does not pass U. */
    void backAfter(int row, int b, int rows, float sign);

    /** Reset before: q = r ⊙ h. */
    void resetBefore(int row, int rows);

    /** Reset before, from U_n q: h̃ = tanh(W_n x + b_n + U_n q + c_n), h' = h̃ + k ⊙ (h − h̃). */
    void candidateBefore(int row, int rows);

    /** Backward of {@link #candidateBefore}: ∂L/∂a_n and ∂L/∂a_z; dh becomes d ⊙ k. */
    void candidateBackBefore(int row, int b, int rows, float sign);

    /** Backward of {@link #resetBefore} and r, from ∂L/∂q: ∂L/∂a_r; dh grows by dq ⊙ r. */
    void resetBackBefore(int row, int b, int rows);
}
