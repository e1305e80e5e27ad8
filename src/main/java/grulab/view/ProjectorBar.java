package grulab.view;

import grulab.control.FormulaText;
import grulab.control.Formulas;
import grulab.control.Numbers;
import grulab.control.TexNode;
import grulab.model.Convention;
import grulab.model.FrameworkRow;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import grulab.presentation.ConventionModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The header in projector mode: workspace, preset, both formulas, both switches with their keys, step. */
final class ProjectorBar extends HBox {
    private static final double FORMULA = 21;

    private final Workbench bench;
    private final ConventionModel model;
    private final Segments<ResetPosition> reset;
    private final HBox formulas = new HBox();
    private final Map<UpdateMeaning, TexNode> blends = new EnumMap<>(UpdateMeaning.class);
    private final Map<ResetPosition, TexNode> candidates = new EnumMap<>(ResetPosition.class);

    ProjectorBar(Workbench bench) {
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
                            return row == null ? texts.of("convention.custom") : row.name();
                        },
                        model.row()),
                "quiet");
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
        Label name = Labels.of(texts.bind("tab.train"), "name");
        name.setMinWidth(USE_PREF_SIZE);
        step.setMinWidth(USE_PREF_SIZE);
        formulas.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        name,
                        preset,
                        formulas,
                        Labels.spacer(),
                        group("Z", FormulaText.EMPTY.z("z"), update),
                        group("R", FormulaText.EMPTY.r("r"), reset),
                        step);
        model.computed().addListener((o, old, now) -> write(now));
        write(model.computed().get());
    }

    /** What the toggle of the reset gate is, for a question that points at it. */
    javafx.scene.Node resetToggle() {
        return reset;
    }

    private void write(Convention c) {
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
