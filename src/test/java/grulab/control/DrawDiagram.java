package grulab.control;

import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Draws the diagram in many sizes, themes, conventions and moments to PNG files, to be looked at. */
final class DrawDiagram {
    private final File folder;

    private DrawDiagram(File folder) {
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
                    frame(only, name + "-" + u, look, motion.at(u * motion.duration()));
                }
            }
        }
        DiagramMotion forward = DiagramMotion.toLevel(DiagramFrame.still(m, 3), 4);
        for (double ms : new double[] {100, 240, 350}) {
            frame(only, "forward-" + ms, look, forward.at(ms));
        }
    }

    private void frame(String only, String name, Look look, DiagramFrame frame) {
        GateDiagram diagram = new GateDiagram();
        diagram.words(SampleWords.diagram());
        diagram.look(look);
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
