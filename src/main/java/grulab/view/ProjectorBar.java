package grulab.view;

import grulab.control.CellFormulas;
import grulab.control.FormulaText;
import grulab.control.Formulas;
import grulab.control.Numbers;
import grulab.control.TexNode;
import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.presentation.ConventionModel;
import grulab.presentation.Workspace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The header in projector mode: workspace, preset, both formulas, both switches with their keys, step. */
final class ProjectorBar extends HBox {
    private static final double FORMULA = 19;

    private final Workbench bench;
    private final ConventionModel model;
    private final Segments<ResetPosition> reset;
    private final HBox formulas = new HBox();
    private final Map<CellType, List<TexNode>> forms = new EnumMap<>(CellType.class);
    private final Map<UpdateMeaning, TexNode> blends = new EnumMap<>(UpdateMeaning.class);
    private final Map<ResetPosition, TexNode> candidates = new EnumMap<>(ResetPosition.class);

    ProjectorBar(Workbench bench, BooleanProperty projector) {
        this.bench = bench;
        model = bench.model().convention();
        Texts texts = bench.texts();
        setId("projector-bar");
        getStyleClass().add("projector-bar");
        formulas.setAlignment(Pos.CENTER_LEFT);
        bench.onLook(look -> formulas.setSpacing(look.px(22)));
        Label preset = Labels.of(
                texts.bind(
                        () -> {
                            FrameworkRow row = model.row().get();
                            return !model.applies().get()
                                    ? cell().title()
                                    : row == null ? texts.of("convention.custom") : row.name();
                        },
                        model.row(),
                        model.applies(),
                        bench.model().experiment()),
                "quiet");
        preset.setId("projector-preset");
        // twins are headed by their own names
        Labels.shown(
                preset,
                bench.model().workspace().flatMap(w -> model.applies().map(gru -> w != Workspace.CONVENTIONS || !gru)));
        Segments<UpdateMeaning> update = segments(
                "projector-z",
                List.of(UpdateMeaning.KEEP, UpdateMeaning.ADMIT),
                model.asked().map(Convention::update),
                model::choose);
        update.pending(model.updatePending());
        reset = segments(
                "projector-r",
                List.of(ResetPosition.BEFORE, ResetPosition.AFTER),
                model.asked().map(Convention::reset),
                model::choose);
        reset.pending(model.resetPending());
        HBox step = new HBox(
                Labels.of(texts.bind("status.step"), "quiet"),
                Labels.of(bench.model().metrics().map(m -> Numbers.count(m.batches())), "number"));
        step.setAlignment(Pos.BASELINE_LEFT);
        step.getStyleClass().add("convention-group");
        step.setMaxHeight(USE_PREF_SIZE);
        Label name = Labels.of(
                texts.bind(
                        () -> texts.of("tab." + bench.model().workspace().get().id()),
                        bench.model().workspace()),
                "name");
        name.setMinWidth(USE_PREF_SIZE);
        step.setMinWidth(USE_PREF_SIZE);
        formulas.setMinWidth(USE_PREF_SIZE);
        HBox z = group("Z", FormulaText.EMPTY.z("z"), update);
        HBox r = group("R", FormulaText.EMPTY.r("r"), reset);
        for (HBox group : List.of(z, r)) {
            Labels.shown(group, model.applies());
        }
        Button leave = Buttons.of(texts, "projector-leave", "top.leave");
        leave.setGraphic(Labels.fixed("F11", "key"));
        leave.setContentDisplay(ContentDisplay.RIGHT);
        leave.setMinWidth(USE_PREF_SIZE);
        leave.setOnAction(e -> projector.set(false));
        getChildren().addAll(name, preset, formulas, Labels.spacer(), new AgeLabel(bench), z, r, step, leave);
        model.computed().addListener(o -> write());
        bench.model().experiment().addListener(o -> write());
        write();
    }

    /** What the toggle of the reset gate is, for a question that points at it. */
    javafx.scene.Node resetToggle() {
        return reset;
    }

    private CellType cell() {
        return bench.model().experiment().get().cell();
    }

    private void write() {
        if (cell() != CellType.GRU) {
            formulas.getChildren()
                    .setAll(forms.computeIfAbsent(
                            cell(),
                            c -> CellFormulas.states(c).stream()
                                    .map(f -> bench.formula(f, FORMULA))
                                    .toList()));
            return;
        }
        Convention c = model.computed().get();
        formulas.getChildren()
                .setAll(
                        blends.computeIfAbsent(c.update(), u -> bench.formula(Formulas.update(u), FORMULA)),
                        candidates.computeIfAbsent(c.reset(), r -> bench.formula(Formulas.candidate(r), FORMULA)));
    }

    private <T extends Enum<T>> Segments<T> segments(
            String id,
            List<T> values,
            javafx.beans.value.ObservableValue<T> chosen,
            java.util.function.Consumer<T> choose) {
        Texts texts = bench.texts();
        Segments<T> segments = new Segments<>(
                id,
                values.stream()
                        .map(v -> {
                            String key = "convention." + v.name().toLowerCase(java.util.Locale.ROOT);
                            return new Segments.Option<>(
                                    v,
                                    id + "-" + v.name().toLowerCase(java.util.Locale.ROOT),
                                    texts.bind(key + ".short"),
                                    texts.bind(key + ".spoken"),
                                    null);
                        })
                        .toList(),
                chosen,
                choose);
        segments.getStyleClass().add("projected");
        return segments;
    }

    private HBox group(String key, FormulaText symbol, Segments<?> segments) {
        HBox group = new HBox(Labels.fixed(key, "key"), bench.formula(symbol, 26), segments);
        group.getStyleClass().add("convention-group");
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }
}
