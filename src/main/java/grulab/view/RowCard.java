package grulab.view;

import grulab.control.ConventionWords;
import grulab.control.LayoutPicture;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How one framework writes the cell: formula, the arrays that it stores, and what to look out for. */
final class RowCard extends ScrollPane {
    private final Workbench bench;
    private final LayoutPicture picture = new LayoutPicture();
    private final TwinFormulas formulas;
    private final VBox traps = new VBox();
    private @Nullable FrameworkRow shown;

    RowCard(Workbench bench) {
        this.bench = bench;
        setId("row-card");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        formulas = new TwinFormulas(bench);
        traps.getStyleClass().add("traps");
        VBox content = new VBox(formulas, picture, traps);
        content.getStyleClass().add("row-card");
        setContent(content);
        bench.onLook(look -> picture.look(look));
        bench.texts().language().addListener(o -> words());
        bench.model().experiment().addListener(o -> draw());
        bench.model().loaded().addListener(o -> draw());
        words();
    }

    private void words() {
        picture.words(new ConventionWords(bench.texts()::of));
        draw();
    }

    void show(@Nullable FrameworkRow row) {
        shown = row;
        draw();
        setVvalue(0);
    }

    private void draw() {
        FrameworkRow row = shown;
        if (row == null) {
            return;
        }
        boolean gru = row.cell() == CellType.GRU;
        formulas.setVisible(gru);
        formulas.setManaged(gru);
        Convention convention = row.convention();
        formulas.show(convention, convention);
        int inputs = bench.model().loaded().get() == null
                ? 0
                : bench.model().loaded().get().kinds();
        picture.show(row, bench.model().experiment().get().hidden(), inputs);
        traps.getChildren().clear();
        for (int k = 1; k <= row.traps(); k++) {
            Label trap = Labels.fixed(bench.texts().of(row.trapKey(k)), "trap");
            Glyph sign = new Glyph("warning");
            sign.getStyleClass().add("warn");
            trap.setId("trap-" + k);
            trap.setMinHeight(USE_PREF_SIZE);
            traps.getChildren().add(new HBox(6, sign, trap));
        }
    }
}
