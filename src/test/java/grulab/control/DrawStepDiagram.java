package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Snapshot;
import grulab.model.Weights;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** Draws the diagram and the wide bar as the Step workspace has them to PNG files, to be looked at. */
final class DrawStepDiagram {
    private static final double WIDTH = 876;
    private static final double HEIGHT = 404;

    private final File folder;
    private final String only;

    private DrawStepDiagram(File folder, String only) {
        this.folder = folder;
        this.only = only;
    }

    /** @param args a folder, and optionally the beginning of the names to draw */
    public static void main(String[] args) {
        Fonts.ready();
        Platform.startup(() -> {
            new DrawStepDiagram(new File(args[0]), args.length > 1 ? args[1] : "").draw();
            Platform.exit();
        });
    }

    private void draw() {
        Look light = Look.STANDARD.withPixelRatio(2).withReducedMotion(true);
        Look dark = light.with(Palette.DARK);
        for (Convention c : Convention.ALL) {
            String name = "gru-" + c.reset().id() + "-" + c.update().id();
            Snapshot s = SampleCells.of(CellType.GRU, c, 24);
            step(name, light, "en", s, false, 6);
            step(name + "-back", light, "en", s, true, 6);
            step(name + "-dark", dark, "zh", s, false, 4);
            step(name + "-dark-back", dark, "zh", s, true, 4);
        }
        for (CellType cell : CellType.values()) {
            for (int hidden : new int[] {2, 5, 8, 24, 256}) {
                Snapshot s = SampleCells.of(cell, hidden);
                String name = cell.id() + "-" + hidden;
                int last = MicroSteps.count(cell);
                step(name, light, "en", s, false, last);
                step(name + "-dark", dark, "zh", s, false, last);
                step(name + "-back", light, "en", s, true, last);
                step(name + "-back-dark", dark, "zh", s, true, last);
            }
            Snapshot s = SampleCells.of(cell, 24);
            for (int k = 1; k <= MicroSteps.count(cell); k++) {
                step(cell.id() + "-micro-" + k, light, "en", s, false, k);
                step(cell.id() + "-micro-back-" + k, light, "en", s, true, k);
            }
            step(cell.id() + "-level", light, "en", s, false, MicroSteps.count(cell) - 0.75);
            step(cell.id() + "-level-back", light, "en", s, true, MicroSteps.count(cell) - 0.75);
            ghost(cell, light);
            lit(cell, light);
            lit(cell, dark);
            small(cell, light);
        }
    }

    private void step(String name, Look look, String language, Snapshot s, boolean back, double level) {
        show(name, look, language, moment(s, back), level, null, WIDTH, HEIGHT);
    }

    private static DiagramMoment moment(Snapshot s, boolean back) {
        int hidden = s.trace().hidden();
        int unit = Math.min(13, hidden - 1);
        UnitOrder order = UnitOrder.index(hidden).window(Math.min(20, hidden), 60);
        return back ? DiagramMoment.backward(s, 12, unit, order) : DiagramMoment.of(s, 12, unit, order);
    }

    private void ghost(CellType cell, Look look) {
        for (int hidden : new int[] {2, 8, 24}) {
            Snapshot base = SampleCells.of(cell, hidden);
            Map<String, double[]> arrays = new LinkedHashMap<>(base.weights().arrays());
            String name = "W_h" + cell.gates().get(0);
            double[] other = arrays.get(name).clone();
            other[0] += 4;
            other[other.length - 1] -= 4;
            arrays.put(name, other);
            Weights w = base.weights();
            Snapshot edited = SampleCells.of(
                    new Weights(cell, w.inputs(), hidden, w.outputs(), arrays),
                    base.trace().convention());
            double last = MicroSteps.count(cell);
            String file = cell.id() + "-ghost-" + hidden;
            show(file, look, "en", moment(edited, false).withGhost(base), last, null, WIDTH, HEIGHT);
            show(file + "-back", look, "en", moment(edited, true).withGhost(base), last, null, WIDTH, HEIGHT);
        }
    }

    private void lit(CellType cell, Look look) {
        Snapshot s = SampleCells.of(cell, 24);
        String theme = look.palette() == Palette.DARK ? "-dark" : "";
        String term = cell == CellType.RNN ? "U h" : cell == CellType.LSTM ? "U_g h" : "U_n h + c_n";
        for (String t : new String[] {term, "h", "h′", cell == CellType.LSTM ? "f" : "z"}) {
            String file = cell.id() + "-lit-" + t.replace(' ', '_') + theme;
            show(file, look, "en", moment(s, false), 4 % MicroSteps.count(cell) + 1, t, WIDTH, HEIGHT);
        }
        show(cell.id() + "-lit-back" + theme, look, "en", moment(s, true), 2, "dh_prev", WIDTH, HEIGHT);
    }

    private void small(CellType cell, Look look) {
        int last = MicroSteps.count(cell);
        for (int hidden : new int[] {2, 8, 24}) {
            Snapshot s = SampleCells.of(cell, hidden);
            String name = cell.id() + "-small-" + hidden;
            show(name, look, "en", moment(s, false), last, null, 560, 300);
            show(name + "-back", look, "en", moment(s, true), last, null, 560, 300);
            Look projector = look.withProjector(true);
            show(name + "-projector", projector, "en", moment(s, false), last, null, 832, 480);
            Look large = look.withScale(1.5).withPixelRatio(1);
            show(name + "-large", large, "en", moment(s, true), last, null, 1500, 760);
        }
    }

    private void show(
            String name,
            Look look,
            String language,
            DiagramMoment moment,
            double level,
            String lit,
            double width,
            double height) {
        if (!name.startsWith(only)) {
            return;
        }
        UnaryOperator<String> texts = Screens.texts(language);
        GateDiagram diagram = new GateDiagram();
        diagram.words(new DiagramWords(texts));
        diagram.look(look);
        diagram.detailed(true);
        diagram.show(moment);
        diagram.level(level);
        diagram.lit(lit);
        MicroStepBar bar = new MicroStepBar();
        bar.words(new DiagramWords(texts));
        bar.look(look);
        bar.wide(true);
        bar.cell(moment.cell(), moment.convention());
        bar.backward(moment.isBackward());
        bar.microStep((int) Math.ceil(level));
        diagram.setMinSize(width, height);
        diagram.setMaxSize(width, height);
        VBox box = new VBox(look.px(6), diagram, bar);
        box.setPadding(new Insets(look.px(8), look.px(16), look.px(8), look.px(16)));
        double high = height + look.px(22) + bar.getPrefHeight();
        new DrawDiagram(folder).save("", name, box, look, width + look.px(32), high, () -> {});
    }
}
