package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.io.File;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
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
        cards(light, dark);
        for (CellType cell : CellType.values()) {
            for (int step : new int[] {1, Math.min(2, MicroSteps.count(cell)), MicroSteps.count(cell)}) {
                back("back-" + cell.id() + "-" + step, light, 532, 760, cell, Convention.ALL.get(0), step);
            }
        }
        back("back-low", dark, 440, 430, CellType.GRU, Convention.PYTORCH, 5);
        back("back-projector", dark.withProjector(true), 560, 480, CellType.GRU, Convention.PYTORCH, 6);
        for (CellType cell : new CellType[] {CellType.LSTM, CellType.RNN}) {
            List<Line> lines = SampleCells.lines(cell);
            int last = MicroSteps.count(cell);
            lines(cell.id(), light, 532, 760, cell, Convention.PYTORCH, lines, null, last, "en", null);
            lines(cell.id() + "-tall", light, 532, 960, cell, Convention.PYTORCH, lines, null, last, "en", null);
            lines(cell.id() + "-low", dark, 440, 430, cell, Convention.PYTORCH, lines, null, 1, "zh", null);
        }
    }

    private void cards(Look light, Look dark) {
        SampleWindow large = SampleWindow.of(CellType.GRU, Convention.PYTORCH, 256);
        SampleWindow small = SampleWindow.of(CellType.GRU, Convention.ALL.get(0), 4);
        SampleWindow lstm = SampleWindow.of(CellType.LSTM, Convention.PYTORCH, 24);
        double[] gate = {0, 1};
        card("card-r", light, "en", large, new Subject.Value(Quantity.RESET, 12, 13), gate, null);
        card("card-r-dark-zh", dark, "zh", large, new Subject.Value(Quantity.RESET, 12, 13), gate, "1.4");
        card(
                "card-n-small",
                light,
                "en",
                small,
                new Subject.Value(Quantity.CANDIDATE, 12, 1),
                new double[] {-1, 1},
                null);
        card("card-h", light, "zh", large, new Subject.Value(Quantity.STATE, 12, 13), new double[] {-1, 1}, null);
        card("card-slope", light, "en", large, new Subject.Slope(Quantity.STATE, 12, 13), null, null);
        card("card-slope-z", dark, "en", lstm, new Subject.Slope(Quantity.STATE, -1, 13), null, null);
        card("card-p", light, "en", large, new Subject.Probability(12, 5), null, null);
        card("card-loss", light, "en", large, new Subject.Loss(12), null, null);
        card("card-y", light, "zh", large, new Subject.Logit(12, 5), null, null);
        card("card-norm", light, "en", large, new Subject.Norm(Quantity.STATE, 12), null, null);
        card("card-w", light, "en", large, new Subject.Weight("W_hr", 77), new double[] {-100, 100}, "abc");
        card("card-h0", light, "en", large, new Subject.Start(Quantity.STATE, 7), new double[] {-1, 1}, null);
        card("card-c", light, "en", lstm, new Subject.Value(Quantity.CELL, 12, 13), new double[] {-100, 100}, null);
        card("card-o-h", dark, "en", lstm, new Subject.Value(Quantity.STATE, 12, 13), new double[] {-1, 1}, null);
        card("card-q", light, "en", large, new Subject.Value(Quantity.PRODUCT, 12, 13), null, null);
        card(
                "card-projector",
                dark.withProjector(true),
                "en",
                large,
                new Subject.Value(Quantity.UPDATE, 12, 13),
                gate,
                null);
    }

    private void card(
            String name,
            Look look,
            String language,
            SampleWindow window,
            Subject subject,
            double @Nullable [] range,
            @Nullable String typed) {
        if (!name.startsWith(only)) {
            return;
        }
        UnaryOperator<String> bundle = Screens.texts(language);
        boolean words = name.startsWith("card-r") || name.equals("card-slope");
        SumCard card = new SumCard();
        card.look(look);
        card.words(new SumCardWords(bundle));
        Line line = window.line(subject);
        boolean slope = subject instanceof Subject.Slope;
        card.show(
                "unit 14, t = 13: " + line.formula(),
                line,
                (products, j) -> products.rightName().matches("x|dy|1")
                        ? (words && j % 2 == 0 ? "extraordinry" : window.symbol(j))
                        : String.valueOf(j + 1),
                range,
                slope);
        if (typed != null) {
            card.problem("\u201c" + typed + "\u201d is not right: a gate lies between 0 and 1.");
        }
        if (slope) {
            card.checked(line.value() + 2e-9, line.value());
        }
        card.lit("U_r h");
        boolean dark = look.palette() == Palette.DARK;
        Application.setUserAgentStylesheet("/grulab/assets/style/tokens-" + (dark ? "dark" : "light") + ".css");
        Pane root = new Pane(card);
        root.getStyleClass().add("lab-root");
        Scene scene = new Scene(root, 700, 760);
        scene.getStylesheets().setAll("/grulab/assets/style/controlsfx.css", "/grulab/assets/style/lab.css");
        card.setManaged(false);
        root.applyCss();
        root.layout();
        card.resizeRelocate(12, 12, card.prefWidth(-1), card.prefHeight(-1));
        root.layout();
        root.setStyle("-fx-background-color: -lab-rule");
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(2, 2));
        parameters.setViewport(new Rectangle2D(0, 0, 2 * card.getWidth() + 48, 2 * card.getHeight() + 48));
        Screens.save(root.snapshot(parameters, null), new File(folder, name + ".png"));
    }

    private void back(String name, Look look, double w, double h, CellType cell, Convention convention, int step) {
        List<Line> lines = SampleWindow.of(cell, convention, 24).backward();
        lines(name, look, w, h, cell, convention, lines, null, step, "en", null, true);
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
        lines(name, look, w, h, cell, convention, lines, other, step, language, lit, false);
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
            @Nullable String lit,
            boolean backward) {
        if (!name.startsWith(only)) {
            return;
        }
        UnaryOperator<String> bundle = Screens.texts(language);
        StepLines control = new StepLines();
        control.look(look);
        control.words(new StepLineWords(bundle));
        control.show(cell, convention, 13, 12, lines, List.of(), other, backward);
        control.microStep(step);
        control.lit(lit);
        Screens.draw(control, w, h, look);
        Screens.save(Screens.draw(control, w, h, look), new File(folder, name + ".png"));
    }
}
