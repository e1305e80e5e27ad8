package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.io.File;
import java.util.List;
import java.util.ResourceBundle;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Draws the lines of a step and the card of a sum in many forms to PNG files, to be looked at. */
final class DrawLines {
    private final File folder;
    private final String only;

    private DrawLines(File folder, String only) {
        this.folder = folder;
        this.only = only;
    }

    /** @param args a folder, and optionally the beginning of the names to draw */
    public static void main(String[] args) {
        Fonts.ready();
        Platform.startup(() -> {
            new DrawLines(new File(args[0]), args.length > 1 ? args[1] : "").draw();
            Platform.exit();
        });
    }

    private void draw() {
        Look light = Look.STANDARD.withPixelRatio(2).withReducedMotion(true);
        Look dark = light.with(Palette.DARK);
        List<Line> picture = PictureLines.all();
        gru("picture", light, 532, 760, picture, PictureLines.other(), 6, "en", null);
        gru("picture-4", light, 532, 760, picture, PictureLines.other(), 4, "en", null);
        gru("picture-dark-zh", dark, 532, 760, picture, PictureLines.other(), 6, "zh", "z");
        gru("picture-lit", light, 532, 760, picture, PictureLines.other(), 4, "en", "U_r h");
        gru("low", light, 440, 430, picture, PictureLines.other(), 6, "en", null);
        gru("low-4", light, 440, 430, picture, PictureLines.other(), 4, "en", null);
        gru("tall-440", light, 440, 760, picture, PictureLines.other(), 6, "en", null);
        gru("wide", light, 800, 760, picture, PictureLines.other(), 6, "en", null);
        gru("wrong", light, 532, 760, PictureLines.wrong(), PictureLines.other(), 6, "en", null);
        gru("given", dark, 532, 760, PictureLines.given(), PictureLines.other(), 6, "en", "r");
        gru("4k", light.withScale(2).withPixelRatio(1), 1064, 1520, picture, PictureLines.other(), 6, "en", null);
        Look projector = dark.withProjector(true);
        gru("projector", projector, 560, 420, picture, PictureLines.other(), 6, "en", null);
        gru("projector-4", projector, 560, 420, picture, PictureLines.other(), 4, "zh", null);
        for (Convention c : Convention.ALL) {
            List<Line> lines = SampleCells.lines(CellType.GRU, c, 24);
            lines(
                    "gru-" + c.reset().id() + "-" + c.update().id(),
                    light,
                    440,
                    760,
                    CellType.GRU,
                    c,
                    lines,
                    null,
                    6,
                    "en",
                    null);
        }
        for (CellType cell : new CellType[] {CellType.LSTM, CellType.RNN}) {
            List<Line> lines = SampleCells.lines(cell);
            int last = MicroSteps.count(cell);
            lines(cell.id(), light, 532, 760, cell, Convention.PYTORCH, lines, null, last, "en", null);
            lines(cell.id() + "-tall", light, 532, 960, cell, Convention.PYTORCH, lines, null, last, "en", null);
            lines(cell.id() + "-low", dark, 440, 430, cell, Convention.PYTORCH, lines, null, 1, "zh", null);
        }
    }

    private void gru(
            String name,
            Look look,
            double w,
            double h,
            List<Line> lines,
            Line other,
            int step,
            String language,
            @Nullable String lit) {
        lines(name, look, w, h, CellType.GRU, Convention.PYTORCH, lines, other, step, language, lit);
    }

    private void lines(
            String name,
            Look look,
            double w,
            double h,
            CellType cell,
            Convention convention,
            List<Line> lines,
            @Nullable Line other,
            int step,
            String language,
            @Nullable String lit) {
        if (!name.startsWith(only)) {
            return;
        }
        ResourceBundle bundle = Screens.bundle(language);
        StepLines control = new StepLines();
        control.look(look);
        control.words(new StepLineWords(bundle::getString));
        control.show(cell, convention, 13, 12, lines, other, false);
        control.microStep(step);
        control.lit(lit);
        Screens.draw(control, w, h, look);
        Screens.save(Screens.draw(control, w, h, look), new File(folder, name + ".png"));
    }
}
