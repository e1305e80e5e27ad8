package grulab.engine.cell;

/** What a plain recurrent network does unit by unit, after its product, for some rows of a step. See {@link RnnCell}. */
interface RnnGates {
    /** From U h: h' = tanh(W x + b + U h + c). */
    void forward(int row, int rows);

    /** Backward of {@link #forward}: ∂L/∂a = d (1 − h'²). */
    void back(int row, int b, int rows);
}
