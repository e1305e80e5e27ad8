package grulab.view;

import grulab.control.CellFormulas;
import grulab.control.FormulaText;
import grulab.model.CellType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** In the place of the convention's switches, for a cell that has only one form: its formulas, and that it is so. */
final class CellForm extends HBox {
    private static final double FORMULA = 17;

    private final Workbench bench;
    private final ObservableValue<CellType> cell;
    private final Map<CellType, List<Node>> states = new EnumMap<>(CellType.class);
    private final Map<CellType, List<Node>> gates = new EnumMap<>(CellType.class);
    private final Label name;
    private final Label note;
    private boolean narrow;

    CellForm(Workbench bench) {
        this.bench = bench;
        cell = bench.model().experiment().map(e -> e.cell());
        Texts texts = bench.texts();
        setId("cell-form");
        getStyleClass().add("cell-form");
        name = Labels.of(cell.map(CellType::title), "name");
        name.setId("cell-form-name");
        name.setMinWidth(USE_PREF_SIZE);
        note = Labels.of(texts.bind(() -> said(".form"), cell), "quiet");
        note.setId("cell-form-note");
        note.setMinWidth(0);
        accessibleTextProperty().bind(texts.bind(() -> said(".form.spoken"), cell));
        cell.addListener((o, old, now) -> write());
        write();
    }

    private String said(String what) {
        CellType now = cell.getValue();
        return now == CellType.GRU ? "" : bench.texts().of("cell." + now.id() + what);
    }

    /** Narrow: without the formulas of the gates. */
    void narrow(boolean now) {
        narrow = now;
        write();
    }

    private void write() {
        List<Node> all = new ArrayList<>();
        all.add(name);
        all.addAll(states.computeIfAbsent(cell.getValue(), c -> set(CellFormulas.states(c))));
        if (!narrow) {
            all.addAll(gates.computeIfAbsent(cell.getValue(), c -> set(CellFormulas.gates(c))));
        }
        all.add(note);
        getChildren().setAll(all);
    }

    private List<Node> set(List<FormulaText> formulas) {
        return formulas.stream().map(f -> (Node) bench.formula(f, FORMULA)).toList();
    }
}
