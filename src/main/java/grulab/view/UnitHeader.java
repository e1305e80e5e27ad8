package grulab.view;

import grulab.control.Look;
import grulab.model.Snapshot;
import grulab.model.arithmetic.Line;
import grulab.presentation.NumberText;
import grulab.presentation.Selection;
import grulab.presentation.StepModel;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Of which unit and step the arithmetic is, with a field to go to any unit. */
final class UnitHeader extends HBox {
    private final Texts texts;
    private final StepModel model;
    private final Selection selection;
    private final ReadOnlyObjectProperty<Look> look;
    private final TextField field = new TextField();

    UnitHeader(Workbench bench) {
        texts = bench.texts();
        look = bench.look();
        model = bench.model().step();
        selection = bench.model().selection();
        setId("unit-header");
        getStyleClass().add("unit-header");
        Button less = Buttons.arrow(texts, "unit-less", false, "unit.less", () -> go(-1));
        Button more = Buttons.arrow(texts, "unit-more", true, "unit.more", () -> go(1));
        field.setId("unit-field");
        field.accessibleTextProperty().bind(texts.bind("unit.name"));
        field.setOnAction(e -> commit());
        field.focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                show();
            }
        });
        selection.unit().addListener(o -> show());
        show();
        MathLine where = new MathLine(bench, "t", 15, List.of("title"), this::where, selection.time(), model.shown());
        where.setId("unit-where");
        Label check = Labels.of(texts.bind(() -> check(), model.lines(), widthProperty(), bench.look()), "small");
        check.setId("unit-check");
        check.setMinWidth(0);
        Label name = Labels.of(texts.bind("unit.name"), "title");
        name.setMinWidth(USE_PREF_SIZE);
        where.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, new HBox(less, field, more), where, Labels.spacer(), check);
    }

    private void go(int by) {
        selection.unit(selection.unit().get() + by);
    }

    private void show() {
        field.setText(Integer.toString(selection.unit().get() + 1));
    }

    /** A number beyond the last goes to the last; what is no number leaves everything as it is. */
    private void commit() {
        OptionalDouble typed = NumberText.parse(field.getText());
        if (typed.isPresent()) {
            selection.unit((int) Math.max(0, Math.min(1e6, typed.getAsDouble())) - 1);
        }
        show();
        field.selectAll();
    }

    private String where() {
        Snapshot now = model.shown().get();
        int t = selection.time().get();
        return now == null || t >= now.passage().steps()
                ? ""
                : texts.of("unit.where", t + 1, now.passage().labels().get(t));
    }

    private String check() {
        List<Line> lines = model.lines().get();
        if (lines.isEmpty()) {
            return "";
        }
        boolean agree = lines.stream().allMatch(Line::agrees);
        boolean brief = getWidth() < look.get().px(460);
        return texts.of((agree ? "unit.agrees" : "unit.differs") + (brief ? ".short" : ""));
    }
}
