package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Curve;
import grulab.model.arithmetic.Line;
import java.util.List;

/** The arithmetic of the design's pictures. */
final class SampleLines {
    private SampleLines() {}

    static List<Line> of(Convention c, boolean right) {
        String n = c.reset() == ResetPosition.AFTER ? "tanh(−0.072 + 0.484·(−2.063))" : "tanh(−0.072 − 0.998)";
        String h = c.update() == UpdateMeaning.KEEP ? "0.678·0.688 + 0.322·(−0.789)" : "0.678·0.688 + 0.322·(−0.789)";
        return List.of(
                line("r", "σ(1.440 − 0.975 − 0.530)", "0.48", 0.484, 0.484, true, true),
                line("n", n, "−0.79", -0.789, -0.789, true, true),
                line("z", "σ(0.298 + 1.732 − 1.285)", "0.68", 0.678123, right ? 0.678123 : 0.67915, right, true),
                line("h", h, "0.21", 0.212, 0.212, true, right));
    }

    private static Line line(
            String symbol,
            String substituted,
            String result,
            double value,
            double reference,
            boolean agrees,
            boolean exact) {
        return new Line(
                symbol,
                "",
                List.of(),
                List.of(),
                Curve.NONE,
                value,
                reference,
                agrees,
                3,
                0,
                substituted,
                result,
                exact,
                false);
    }
}
