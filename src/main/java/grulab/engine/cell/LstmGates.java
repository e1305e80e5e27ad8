package grulab.engine.cell;

/** What an LSTM does unit by unit, after its product, for some rows of a step. See {@link LstmCell}. */
interface LstmGates {
    /** From U h: i, f, o = σ(a), g = tanh(a_g), c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh(c'). */
    void forward(int row, int rows);

    /** Backward of {@link #forward}: ∂L/∂ of the four arguments; dc becomes ∂L/∂c of the step before. */
    void back(int row, int b, int rows);
}
