package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Background;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Draws the diagram in many sizes, themes, conventions and moments to PNG files, to be looked at. */
final class DrawDiagram {
    private final File folder;

    DrawDiagram(File folder) {
        this.folder = folder;
    }

    /** @param args a folder, and optionally the beginning of the names to draw */
    public static void main(String[] args) {
        Fonts.ready();
        Platform.startup(() -> {
            new DrawDiagram(new File(args[0])).draw(args.length > 1 ? args[1] : "");
            Platform.exit();
        });
    }

    private void draw(String only) {
        Look light = Look.STANDARD.withPixelRatio(2).withReducedMotion(true);
        Look dark = light.with(Palette.DARK);
        for (Convention c : Convention.ALL) {
            String name = "convention-" + c.reset().id() + "-" + c.update().id();
            diagram(only, name, light, 456, 263, SampleTrace.moment(c, 24), 6);
        }
        DiagramMoment m = SampleTrace.moment(Convention.PYTORCH, 24);
        for (int step = 1; step <= 6; step++) {
            diagram(only, "micro-" + step, light, 456, 263, m, step);
        }
        diagram(only, "dark", dark, 456, 263, m, 6);
        diagram(only, "dark-micro-4", dark, 456, 263, m, 4);
        diagram(only, "small", light, 408, 200, m, 6);
        diagram(only, "large", light, 900, 500, m, 6);
        diagram(only, "projector", dark.withProjector(true), 560, 399, m, 6);
        diagram(only, "4k", light.withScale(2).withPixelRatio(1), 912, 526, m, 6);
        diagram(only, "units-1", light, 456, 263, SampleTrace.moment(Convention.PYTORCH, 1), 6);
        diagram(only, "units-2", light, 456, 263, SampleTrace.moment(Convention.PYTORCH, 2), 6);
        diagram(only, "units-256", light, 456, 263, SampleTrace.moment(Convention.PYTORCH, 256), 6);
        frames(only, light, m);
        cells(only, light, dark);
        for (int step = 1; step <= 6; step++) {
            column(only, "column-" + step, light, 456, 546, Convention.ALL.get((step + 2) % 4), step, true);
        }
        column(only, "column-dark", dark, 456, 546, Convention.PYTORCH, 5, true);
        column(only, "column-440", light, 408, 546, Convention.ALL.get(0), 6, true);
        column(only, "column-low", light, 408, 420, Convention.PYTORCH, 4, true);
        column(only, "column-1x", light.withPixelRatio(1), 456, 546, Convention.PYTORCH, 6, true);
        column(only, "column-wrong", light, 456, 546, Convention.PYTORCH, 6, false);
        column(only, "column-4k", light.withScale(2).withPixelRatio(1), 912, 1080, Convention.PYTORCH, 6, true);
        column(only, "column-projector", dark.withProjector(true), 560, 620, Convention.PYTORCH, 6, true);
        column(only, "column-projector-4", dark.withProjector(true), 560, 620, Convention.PYTORCH, 4, true);
        column(only, "column-projector-3", light.withProjector(true), 560, 620, Convention.ALL.get(0), 3, true);
    }

    private void column(
            String only, String name, Look look, double w, double h, Convention c, int step, boolean right) {
        column(only, name, look, w, h, 263, SampleTrace.moment(c, 24), SampleLines.of(c, right), step);
    }

    private void cells(String only, Look light, Look dark) {
        for (CellType cell : new CellType[] {CellType.LSTM, CellType.RNN}) {
            String id = cell.id();
            DiagramMoment m = SampleCells.moment(cell, 24);
            List<grulab.model.arithmetic.Line> lines = SampleCells.lines(cell);
            int last = MicroSteps.count(cell);
            for (int step = 1; step <= last; step++) {
                column(only, id + "-" + step, light, 456, 560, 280, m, lines, step);
            }
            column(only, id + "-dark", dark, 456, 560, 280, m, lines, last);
            column(only, id + "-dark-1", dark, 456, 560, 280, m, lines, 1);
            column(only, id + "-tall", light, 456, 600, 328, m, lines, last);
            column(only, id + "-440", light, 408, 420, 240, m, lines, last);
            column(only, id + "-440-low", light, 408, 330, 200, m, lines, Math.min(3, last));
            column(only, id + "-1x", light.withPixelRatio(1), 456, 560, 280, m, lines, last);
            column(only, id + "-4k", light.withScale(2).withPixelRatio(1), 1300, 1500, 700, m, lines, last);
            column(only, id + "-projector", dark.withProjector(true), 560, 660, 420, m, lines, last);
            column(only, id + "-projector-light", light.withProjector(true), 560, 660, 420, m, lines, 1);
            diagram(only, id + "-large", light, 900, 500, m, last);
            diagram(only, id + "-units-1", light, 456, 263, SampleCells.moment(cell, 1), last);
            diagram(only, id + "-units-256", light, 456, 263, SampleCells.moment(cell, 256), last);
            DiagramMoment word = new DiagramMoment(m.trace(), 12, 13, m.order(), "lighthouse", 37);
            diagram(only, id + "-word", light, 456, 263, word, last);
            for (int step = 0; step < last; step++) {
                DiagramMotion forward = DiagramMotion.toLevel(DiagramFrame.still(m, step), step + 1, cell);
                frame(only, id + "-move-" + (step + 1), light, cell, forward.at(170));
            }
        }
    }

    private void column(
            String only,
            String name,
            Look look,
            double w,
            double h,
            double high,
            DiagramMoment moment,
            List<grulab.model.arithmetic.Line> lines,
            int step) {
        GateDiagram diagram = new GateDiagram();
        diagram.words(SampleWords.diagram());
        diagram.look(look);
        diagram.show(moment);
        diagram.microStep(step);
        MicroStepBar bar = new MicroStepBar();
        bar.words(SampleWords.diagram());
        bar.look(look);
        bar.cell(moment.cell(), moment.convention());
        bar.microStep(step);
        FormulaPanel panel = new FormulaPanel();
        panel.words(SampleWords.formulas());
        panel.look(look);
        panel.show(13, 12, moment.cell(), moment.convention(), lines, List.of());
        panel.microStep(step);
        VBox box = new VBox(look.px(6), diagram, bar, panel);
        bar.setVisible(!look.projector());
        bar.setManaged(!look.projector());
        double diagramHeight = look.projector() ? look.px(399) : look.scale() > 1 ? high : look.px(high);
        diagram.setMinHeight(diagramHeight);
        diagram.setMaxHeight(diagramHeight);
        VBox.setVgrow(panel, Priority.ALWAYS);
        box.setPadding(new Insets(0, look.px(16), 0, look.px(16)));
        save(only, name, box, look, w + look.px(32), h, () -> {});
    }

    private void frames(String only, Look look, DiagramMoment m) {
        DiagramFrame from = DiagramFrame.still(m, 6);
        DiagramMoment before = SampleTrace.moment(Convention.PYTORCH.with(ResetPosition.BEFORE), 24);
        DiagramMoment admit =
                SampleTrace.moment(SampleTrace.of(Convention.PYTORCH.with(UpdateMeaning.ADMIT), 24, true), 12, 13);
        DiagramMoment next = SampleTrace.moment(m.trace(), 13, 13);
        for (DiagramMoment to : new DiagramMoment[] {before, admit, next}) {
            DiagramMotion motion = DiagramMotion.between(from, to);
            if (motion != null) {
                String name = "move-" + to.convention().reset().id()
                        + to.convention().update().id() + to.t();
                for (double u : new double[] {0.25, 0.5, 0.75}) {
                    frame(only, name + "-" + u, look, CellType.GRU, motion.at(u * motion.duration()));
                }
            }
        }
        DiagramMotion forward = DiagramMotion.toLevel(DiagramFrame.still(m, 3), 4, CellType.GRU);
        for (double ms : new double[] {100, 240, 350}) {
            frame(only, "forward-" + ms, look, CellType.GRU, forward.at(ms));
        }
    }

    private void frame(String only, String name, Look look, CellType cell, DiagramFrame frame) {
        GateDiagram diagram = new GateDiagram();
        diagram.words(SampleWords.diagram());
        diagram.look(look);
        diagram.cell(cell);
        save(only, name, diagram, look, 456, 263, () -> diagram.draw(frame));
    }

    private void diagram(String only, String name, Look look, double w, double h, DiagramMoment moment, int step) {
        GateDiagram diagram = new GateDiagram();
        diagram.words(SampleWords.diagram());
        diagram.look(look);
        diagram.show(moment);
        diagram.microStep(step);
        save(only, name, diagram, look, w, h, () -> {});
    }

    void save(String only, String name, Region node, Look look, double w, double h, Runnable last) {
        if (!name.startsWith(only)) {
            return;
        }
        node.setMinSize(w, h);
        node.setPrefSize(w, h);
        StackPane root = new StackPane(node);
        root.setBackground(Background.fill(look.palette().surface));
        new Scene(root, w, h);
        root.applyCss();
        root.layout();
        last.run();
        SnapshotParameters p = new SnapshotParameters();
        p.setTransform(Transform.scale(look.pixelRatio(), look.pixelRatio()));
        try {
            folder.mkdirs();
            ImageIO.write(
                    SwingFXUtils.fromFXImage(root.snapshot(p, null), null), "png", new File(folder, name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
