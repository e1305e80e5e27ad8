package grulab.control;

import grulab.model.CellType;
import grulab.model.Prediction;
import grulab.model.Quantity;
import grulab.model.SeededRandom;
import grulab.model.Snapshot;
import grulab.model.Spectrum;
import java.io.File;
import javafx.scene.layout.Region;

/**
 * Draws the plots of a step, to be looked at: folder, then PLOT:CELL:H:T:WxH@RATIO:light|dark:en|zh[:projector][:original]
 * [:waiting][:broken][:scale=S] …
 */
final class DrawCharts {
    private DrawCharts() {}

    public static void main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            String[] p = args[i].split(":");
            String[] size = p[4].split("[x@]");
            String flags = args[i];
            double scale =
                    flags.contains("scale=") ? Double.parseDouble(flags.replaceAll(".*scale=([0-9.]+).*", "$1")) : 1;
            Look look = Look.STANDARD
                    .with(p[5].equals("dark") ? Palette.DARK : Palette.LIGHT)
                    .withPixelRatio(Double.parseDouble(size[2]))
                    .withScale(scale)
                    .withProjector(flags.contains("projector"));
            File file = new File(args[0], String.join("-", p).replace("@", "-") + ".png");
            Screens.onFx(() -> {
                Region plot = plot(p, flags, look);
                Screens.save(Screens.draw(plot, Double.parseDouble(size[0]), Double.parseDouble(size[1]), look), file);
                return file;
            });
        }
        System.exit(0);
    }

    private static Region plot(String[] p, String flags, Look look) {
        CellType cell = CellType.valueOf(p[1]);
        int hidden = Integer.parseInt(p[2]);
        int steps = Integer.parseInt(p[3]);
        boolean changed = flags.contains("original");
        boolean waiting = flags.contains("waiting");
        Snapshot original = Snapshots.of(cell, hidden, steps);
        Snapshot shown = changed ? changed(original) : original;
        if (flags.contains("broken")) {
            shown = Snapshots.with(shown, Quantity.STATE, steps / 2, Math.min(5, hidden - 1), Float.NaN);
        }
        Snapshot before = changed ? original : null;
        int t = Math.min(12, steps - 1);
        PlotWords words = Screens.plotWords(p[6]);
        switch (p[0]) {
            case "rows" -> {
                StateRows rows = new StateRows(Screens.words(p[6]));
                rows.look(look);
                rows.unitProperty().set(Math.min(13, hidden - 1));
                rows.timeProperty().set(t);
                if (waiting) {
                    rows.awaiting(cell, steps);
                } else {
                    rows.snapshot(shown, before);
                }
                if (flags.contains("lit")) {
                    rows.lit(flags.contains("lit=x") ? "x" : "h");
                }
                return rows;
            }
            case "next" -> {
                NextToken next = new NextToken();
                next.look(look);
                next.words(words);
                Prediction prediction = SamplePrediction.of(3, flags.contains("unlikely") ? 7 : 11);
                next.show(
                        prediction,
                        changed ? SamplePrediction.of(4, 11) : null,
                        SamplePrediction.SYMBOLS,
                        t,
                        !waiting,
                        6);
                return next;
            }
            case "gradient" -> {
                GradientTime gradient = new GradientTime();
                gradient.look(look);
                gradient.words(words);
                gradient.timeProperty().set(t);
                if (waiting) {
                    gradient.awaiting(steps);
                } else {
                    gradient.snapshot(fading(shown, 0.8, flags), before == null ? null : fading(before, 0.7, ""));
                }
                return gradient;
            }
            case "spectrum" -> {
                SpectrumPlane spectrum = new SpectrumPlane();
                spectrum.look(look);
                spectrum.words(words);
                if (flags.contains("offered")) {
                    spectrum.offer();
                } else if (waiting) {
                    spectrum.computing();
                } else {
                    spectrum.show(eigenvalues(hidden, 3, flags), changed ? eigenvalues(hidden, 4, flags) : null);
                }
                return spectrum;
            }
            case "path" -> {
                StatePath path = new StatePath();
                path.look(look);
                path.words(words);
                path.timeProperty().set(t);
                path.snapshot(waiting ? null : shown, before);
                return path;
            }
            default -> {
                MemoryPlot memory = new MemoryPlot();
                memory.look(look);
                memory.words(words);
                memory.unitProperty().set(Math.min(13, hidden - 1));
                memory.snapshot(waiting ? null : remembering(shown));
                return memory;
            }
        }
    }

    /** Other states from the fifth step on, as if a gate had been held there. */
    private static Snapshot changed(Snapshot from) {
        int hidden = from.trace().hidden();
        Snapshot other = from;
        SeededRandom random = new SeededRandom(5);
        for (int t = 4; t < from.trace().steps(); t++) {
            int unit = t % hidden;
            float h = from.trace().at(Quantity.STATE, t, unit);
            float value = (float) Math.tanh(h + random.nextGaussian() * Math.pow(0.9, t));
            other = Snapshots.with(other, Quantity.STATE, t, unit, value);
        }
        return other;
    }

    /** Units that keep more or less of their past; the first keeps all, the second has a broken number. */
    private static Snapshot remembering(Snapshot from) {
        if (from.trace().cell() == CellType.RNN) {
            return from;
        }
        Quantity gate = from.trace().cell() == CellType.GRU ? Quantity.UPDATE : Quantity.FORGET;
        float[] values = from.trace().of(gate);
        int hidden = from.trace().hidden();
        SeededRandom random = new SeededRandom(9);
        for (int unit = 0; unit < hidden; unit++) {
            double bias = random.nextGaussian() * 3 - 0.5;
            for (int at = unit; at < values.length; at += hidden) {
                double z = 1 / (1 + Math.exp(-bias - random.nextGaussian()));
                values[at] = (float) (unit == 0 ? 1 : unit == 2 && at > 2 * hidden ? Double.NaN : z);
            }
        }
        return from;
    }

    private static Snapshot fading(Snapshot from, double factor, String flags) {
        int hidden = from.trace().hidden();
        float[] slopes = from.trace().gradient(Quantity.STATE);
        float[] copy = slopes.clone();
        for (int at = 0; at < copy.length; at++) {
            copy[at] *= (float) Math.pow(factor, from.trace().steps() - 1.0 - at / hidden);
            if (flags.contains("broken") && at / hidden == 20) {
                copy[at] = Float.NaN;
            }
        }
        return Snapshots.withGradient(from, Quantity.STATE, copy);
    }

    private static Spectrum eigenvalues(int count, long seed, String flags) {
        SeededRandom random = new SeededRandom(seed);
        double[] re = new double[count];
        double[] im = new double[count];
        double by = flags.contains("large") ? 9 : 0.33;
        for (int i = 0; i + 1 < count; i += 2) {
            re[i] = random.nextGaussian() * by + 0.2;
            im[i] = random.nextGaussian() * by;
            re[i + 1] = re[i];
            im[i + 1] = -im[i];
        }
        return new Spectrum(re, im);
    }
}
