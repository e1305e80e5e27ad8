package grulab.view;

import grulab.control.FormulaText;
import grulab.control.Formulas;
import grulab.model.Convention;
import grulab.model.ResetPosition;
import grulab.model.UpdateMeaning;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Candidate and state of a convention, on one line where there is room, underlined where another convention writes something else. */
final class TwinFormulas extends FlowPane {
    private static final double SIZE = 19;
    private static final double PROJECTED = 26;
    private static final FormulaText TEXT = FormulaText.EMPTY;

    private final Workbench bench;
    // made once and used again: each follows the look for as long as the window lives
    private final Map<ResetPosition, HBox> candidates = new EnumMap<>(ResetPosition.class);
    private final Map<UpdateMeaning, HBox> states = new EnumMap<>(UpdateMeaning.class);

    TwinFormulas(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("twin-formulas");
        for (ResetPosition position : ResetPosition.values()) {
            candidates.put(position, candidate(position));
        }
        for (UpdateMeaning meaning : UpdateMeaning.values()) {
            states.put(meaning, state(meaning));
        }
    }

    void show(Convention own, Convention other) {
        HBox candidate = Objects.requireNonNull(candidates.get(own.reset()));
        HBox state = Objects.requireNonNull(states.get(own.update()));
        mark(candidate, own.reset() != other.reset());
        mark(state, own.update() != other.update());
        getChildren().setAll(candidate, state);
        setAccessibleText(spoken(own.reset()) + ". " + spoken(own.update()));
    }

    private String spoken(Enum<?> choice) {
        return bench.texts().of("convention." + choice.name().toLowerCase(Locale.ROOT) + ".spoken");
    }

    private HBox candidate(ResetPosition position) {
        String end = position == ResetPosition.BEFORE ? "\\;{+}\\;c\\,)" : "\\,)";
        return line(
                common(TEXT.candidate(Formulas.CANDIDATE).ink("=\\tanh(\\,Wx+b\\;{+}\\;")),
                own(Formulas.reset(position)),
                common(TEXT.ink(end)));
    }

    private HBox state(UpdateMeaning meaning) {
        Node z = own(TEXT.z("z"));
        Node rest = own(TEXT.ink("(1{-}").z("z").ink(")"));
        boolean keep = meaning == UpdateMeaning.KEEP;
        return line(
                common(TEXT.h("h'").ink("=\\;")),
                keep ? z : rest,
                common(TEXT.ink(Formulas.DOT).h("h").ink("\\;{+}\\;")),
                keep ? rest : z,
                common(TEXT.ink(Formulas.DOT).candidate(Formulas.CANDIDATE)));
    }

    private StackPane common(FormulaText text) {
        StackPane piece = new StackPane(bench.formula(text, SIZE, PROJECTED));
        piece.getStyleClass().add("piece");
        return piece;
    }

    /** What the two conventions may write differently. */
    private StackPane own(FormulaText text) {
        StackPane piece = common(text);
        piece.getStyleClass().add("own");
        return piece;
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static void mark(HBox line, boolean differs) {
        for (Node piece : List.copyOf(line.getChildren())) {
            piece.getStyleClass().remove("differs");
            if (differs && piece.getStyleClass().contains("own")) {
                piece.getStyleClass().add("differs");
            }
        }
    }
}
