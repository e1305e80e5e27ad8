package grulab.control;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/** One micro-step: its number over its symbol. */
final class MicroStepSegment extends ToggleButton {
    private final int number;
    private final boolean last;
    private final Text digit = new Text();
    private final Tooltip tip = new Tooltip();
    private final Face face = new Face();
    private TexNode symbol;
    private Look look = Look.STANDARD;
    private boolean chosen;

    /** @param last at the right end of the bar */
    MicroStepSegment(int number, FormulaText text, boolean last) {
        this.number = number;
        this.last = last;
        setId("micro-" + number);
        getStyleClass().setAll("micro-step-segment");
        symbol = new TexNode(text, 14);
        digit.setText(String.valueOf(number));
        face.getChildren().addAll(digit, symbol);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setAlignment(Pos.CENTER);
        setMinWidth(0);
        setTooltip(tip);
        focusedProperty().addListener((o, was, now) -> draw());
        hoverProperty().addListener((o, was, now) -> draw());
    }

    int number() {
        return number;
    }

    void name(String sentence) {
        setAccessibleText(number + ": " + sentence);
        tip.setText(sentence);
    }

    /** What its symbol is under another convention. */
    void symbol(FormulaText now) {
        if (!now.equals(symbol.text())) {
            symbol = new TexNode(now, 14);
            symbol.look(look);
            face.getChildren().setAll(digit, symbol);
        }
    }

    void choose(boolean now) {
        chosen = now;
        // the bar is one stop for the chosen segment, not six
        setFocusTraversable(now);
        setSelected(now);
        draw();
    }

    void look(Look newLook) {
        look = newLook;
        symbol.look(look);
        face.requestLayout();
        draw();
    }

    private void draw() {
        Palette palette = look.palette();
        digit.setFont(chosen ? Fonts.monoBold(look.px(12)) : Fonts.mono(look.px(12)));
        digit.setFill(chosen ? palette.ink : palette.text3);
        BarCell cell = new BarCell(look, false, last, palette.rule);
        cell.paint(this, isHover(), chosen, isFocused());
    }

    /** Both on fixed baselines, so that they line up from segment to segment. */
    private final class Face extends Pane {
        @Override
        protected double computePrefWidth(double height) {
            return symbol.prefWidth(-1);
        }

        @Override
        protected double computePrefHeight(double width) {
            return look.px(34);
        }

        @Override
        protected void layoutChildren() {
            double middle = getWidth() / 2;
            digit.relocate(middle - digit.getLayoutBounds().getWidth() / 2, look.px(13) - digit.getBaselineOffset());
            symbol.autosize();
            symbol.relocate(middle - symbol.prefWidth(-1) / 2, look.px(28) - symbol.getBaselineOffset());
        }
    }
}
