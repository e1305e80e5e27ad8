package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.List;

/** The arithmetic of the design's pictures. */
final class SampleLines {
    private SampleLines() {}

    static List<FormulaLine> of(Convention c, boolean right) {
        String n = c.reset() == ResetPosition.AFTER ? "tanh(−0.072 + 0.484·(−2.063))" : "tanh(−0.072 − 0.998)";
        String h = c.update() == UpdateMeaning.KEEP ? "0.678·0.688 + 0.322·(−0.789)" : "0.678·0.688 + 0.322·(−0.789)";
        return List.of(
                new FormulaLine("r", "σ(1.440 − 0.975 − 0.530)", "0.48", 0.484, 0.484, true, true),
                new FormulaLine("n", n, "−0.79", -0.789, -0.789, true, true),
                new FormulaLine(
                        "z", "σ(0.298 + 1.732 − 1.285)", "0.68", 0.678123, right ? 0.678123 : 0.67915, right, true),
                new FormulaLine("h", h, "0.21", 0.212, 0.212, true, right));
    }
}
