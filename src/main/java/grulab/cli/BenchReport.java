package grulab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import grulab.engine.math.KernelChoice;
import grulab.model.CellType;
import grulab.model.Experiment;
import java.util.Locale;

/**
 * What a step of some sizes takes here.
 *
 * @param peak GFLOP/s of pure multiply-adds, with as many threads
 */
record BenchReport(Experiment experiment, int vocabulary, KernelChoice choice, StepTimes times, double peak) {

    /** 6 · T · B · H · (G · H + V): the products with U and the head, forward and twice backward. */
    private double operations() {
        double h = experiment.hidden();
        int gates = experiment.cell().gates().size();
        return 6.0 * experiment.steps() * experiment.batch() * h * (gates * h + vocabulary);
    }

    private double gigaflops() {
        return operations() / times.quantile(0.5) * 1e-6;
    }

    private double tokensPerSecond() {
        return experiment.steps() * experiment.batch() / times.quantile(0.5) * 1e3;
    }

    private String kernels() {
        return choice.kind().name().toLowerCase(Locale.ROOT);
    }

    String json() {
        ObjectNode node = Json.object().put("cell", experiment.cell().id());
        if (experiment.cell() == CellType.GRU) {
            node.put("reset", experiment.convention().reset().id());
            node.put("update", experiment.convention().update().id());
        }
        return node.put("hidden", experiment.hidden())
                .put("batch", experiment.batch())
                .put("steps", experiment.steps())
                .put("vocab", vocabulary)
                .put("threads", times.threads())
                .put("kernels", kernels())
                .put("measured", times.millis().length)
                .put("median_ms", times.quantile(0.5))
                .put("p10_ms", times.quantile(0.1))
                .put("p90_ms", times.quantile(0.9))
                .put("tokens_per_s", tokensPerSecond())
                .put("gflops", gigaflops())
                .put("peak_gflops", peak)
                .put("share", gigaflops() / peak)
                .toString();
    }

    String sentences() {
        return Given.format(
                "%s, H %d, B %d, T %d, V %d, %d thread%s, %s kernels (%s)%n"
                        + "a training step takes %s ms (median of %d; p10 %s, p90 %s): %.0f tokens/s%n"
                        + "%s a step, %.1f GFLOP/s, %.0f %% of the %.1f GFLOP/s of pure multiply-adds",
                name(),
                experiment.hidden(),
                experiment.batch(),
                experiment.steps(),
                vocabulary,
                times.threads(),
                times.threads() == 1 ? "" : "s",
                kernels(),
                choice.why(),
                millis(0.5),
                times.millis().length,
                millis(0.1),
                millis(0.9),
                tokensPerSecond(),
                operations() < 1e8
                        ? Given.format("%.2f MFLOP", operations() * 1e-6)
                        : Given.format("%.2f GFLOP", operations() * 1e-9),
                gigaflops(),
                100 * gigaflops() / peak,
                peak);
    }

    private String name() {
        String title = experiment.cell().title();
        return experiment.cell() == CellType.GRU
                ? "%s, reset %s, update %s"
                        .formatted(
                                title,
                                experiment.convention().reset().id(),
                                experiment.convention().update().id())
                : title;
    }

    /** Four digits, however short a step is. */
    private String millis(double share) {
        double value = times.quantile(share);
        return Given.format(value < 0.1 ? "%.4f" : value < 10 ? "%.3f" : "%.1f", value);
    }
}
