package grulab.control;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A field in which a number can be set otherwise; for a gate also its ends, of one unit or of all. */
final class WhatIf extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Label setTo = new Label();
    private final TextField field = new TextField();
    private final Button set = button("sum-set");
    private final Button zero = button("sum-0");
    private final Button one = button("sum-1");
    private final Label range = new Label();
    private final Label whole = new Label();
    private final Button wholeZero = button("sum-whole-0");
    private final Button wholeOne = button("sum-whole-1");
    private final Label problem = new Label();
    private final HBox wrong;
    private final HBox gate;
    private final HBox first;
    private Consumer<String> edit = typed -> {};
    private Consumer<Double> every = value -> {};

    WhatIf() {
        setId("sum-what-if");
        field.setId("sum-field");
        problem.setId("sum-problem");
        range.setId("sum-range");
        range.getStyleClass().add("small");
        problem.getStyleClass().add("bad");
        problem.setWrapText(true);
        Region sign = new Region();
        sign.getStyleClass().addAll("glyph", "glyph-warning", "bad");
        first = new HBox(setTo, field, set, zero, one, range);
        wrong = new HBox(sign, problem);
        gate = new HBox(whole, wholeZero, wholeOne);
        for (HBox row : new HBox[] {first, wrong, gate}) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        wrong.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(first, wrong);
        for (Label label : new Label[] {setTo, range, whole}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        zero.setText("0");
        one.setText("1");
        wholeZero.setText("0");
        wholeOne.setText("1");
        field.setOnAction(e -> type());
        set.setOnAction(e -> type());
        zero.setOnAction(e -> edit.accept("0"));
        one.setOnAction(e -> edit.accept("1"));
        wholeZero.setOnAction(e -> every.accept(0.0));
        wholeOne.setOnAction(e -> every.accept(1.0));
        problem(null);
    }

    /** Numbers are shown with a real minus sign, but few keyboards have one. */
    private void type() {
        edit.accept(field.getText().strip().replace(Numbers.MINUS, '-'));
    }

    private static Button button(String id) {
        Button button = new Button();
        button.setMnemonicParsing(false);
        button.setId(id);
        button.getStyleClass().add("lab");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** The buttons for every unit of a gate, which stand where there is room. */
    HBox gate() {
        return gate;
    }

    void onEdit(Consumer<String> handler) {
        edit = handler;
    }

    void onWhole(Consumer<Double> handler) {
        every = handler;
    }

    void words(SumCardWords words) {
        setTo.setText(words.setTo());
        set.setText(words.set());
        whole.setText(words.whole());
        field.setAccessibleText(words.setTo());
        wholeZero.setAccessibleText(words.whole() + " 0");
        wholeOne.setAccessibleText(words.whole() + " 1");
    }

    /** @param bounds lowest and highest value that is right; a gate's are 0 and 1 */
    void show(String value, double[] bounds, SumCardWords words) {
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
        boolean gated = bounds[0] == 0 && bounds[1] == 1;
        range.setText(words.range(end(bounds[0]), end(bounds[1])));
        for (Region only : new Region[] {zero, one, gate}) {
            only.setVisible(gated);
            only.setManaged(gated);
        }
        problem(null);
    }

    private static String end(double bound) {
        return bound == Math.rint(bound) ? Numbers.fixed(bound, 0) : Numbers.significant(bound, 4);
    }

    void problem(@Nullable String sentence) {
        problem.setText(sentence == null ? "" : sentence);
        wrong.setVisible(sentence != null);
        wrong.setManaged(sentence != null);
        field.pseudoClassStateChanged(WRONG, sentence != null);
        field.setAccessibleHelp(sentence);
    }

    void look(Look look) {
        for (HBox row : new HBox[] {first, wrong, gate}) {
            row.setSpacing(look.px(8));
        }
        setSpacing(look.px(6));
        field.setPrefWidth(look.px(92, 130));
        field.setMinWidth(look.px(70, 100));
    }
}
