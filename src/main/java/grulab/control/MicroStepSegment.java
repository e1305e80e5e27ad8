package grulab.control;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;

/** One micro-step: its number over its symbol; in a wide bar a ✓ beside the number and a name beside the symbol. */
final class MicroStepSegment extends ToggleButton {
    private static final String DONE = "M 0 4 L 3 7 L 8 0";

    private final int number;
    private final Text digit = new Text();
    private final SVGPath done = new SVGPath();
    private final Text name = new Text();
    private final Tooltip tip = new Tooltip();
    private final Face face = new Face();
    private TexNode symbol;
    private Look look = Look.STANDARD;
    private boolean wide;
    private boolean first;
    private boolean last;
    private boolean chosen;

    MicroStepSegment(int number, FormulaText text) {
        this.number = number;
        setId("micro-" + number);
        setMnemonicParsing(false);
        getStyleClass().setAll("micro-step-segment");
        symbol = new TexNode(text, 14);
        digit.setText(String.valueOf(number));
        done.setContent(DONE);
        done.setFill(null);
        done.setStrokeLineCap(StrokeLineCap.ROUND);
        done.setStrokeLineJoin(StrokeLineJoin.ROUND);
        done.setVisible(false);
        name.setId("micro-" + number + "-name");
        name.setManaged(false);
        done.setManaged(false);
        face.getChildren().addAll(digit, done, name, symbol);
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

    /** @param brief beside the symbol of a wide bar, empty for the symbol alone */
    void name(String sentence, String brief) {
        setAccessibleText(number + ": " + sentence);
        tip.setText(sentence);
        name.setText(brief);
        face.requestLayout();
    }

    /** What its symbol is under another convention, or on the way back. */
    void symbol(FormulaText now) {
        if (!now.equals(symbol.text())) {
            face.getChildren().remove(symbol);
            symbol = new TexNode(now, 14);
            face.getChildren().add(symbol);
            look(look);
        }
    }

    /** @param first at the left end of the bar; @param last at the right end */
    void stand(boolean inWideBar, boolean first, boolean last) {
        wide = inWideBar;
        this.first = first;
        this.last = last;
        face.requestLayout();
        draw();
    }

    /** What the bar shows now. */
    void shown(int step) {
        chosen = number == step;
        done.setVisible(wide && number < step);
        // the bar is one stop for the chosen segment, not six
        setFocusTraversable(chosen);
        setSelected(chosen);
        face.requestLayout();
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
        done.setStroke(palette.text3);
        done.setStrokeWidth(1.5);
        done.setScaleX(look.scale());
        done.setScaleY(look.scale());
        name.setFont(Fonts.ui(look.px(13)));
        name.setFill(chosen ? palette.ink : palette.text2);
        symbol.plain(chosen || !wide ? Ink.INK : Ink.SOFT);
        BarCell cell = new BarCell(look, first, last, palette.rule);
        cell.paint(this, isHover(), chosen, isFocused());
    }

    /** Both on fixed baselines, so that they line up from segment to segment. */
    private final class Face extends Pane {
        @Override
        protected double computePrefWidth(double height) {
            return wide ? MicroStepSegment.this.getWidth() : symbol.prefWidth(-1);
        }

        @Override
        protected double computePrefHeight(double width) {
            return look.px(wide ? 42 : 34);
        }

        @Override
        protected void layoutChildren() {
            double middle = getWidth() / 2;
            double number = digit.getLayoutBounds().getWidth();
            double tick = done.isVisible() ? look.px(14) : 0;
            double left = middle - (number + tick) / 2;
            digit.relocate(left, look.px(wide ? 16 : 13) - digit.getBaselineOffset());
            done.relocate(left + number + look.px(6), look.px(8.5));
            symbol.autosize();
            double width = symbol.prefWidth(-1);
            double word = name.getLayoutBounds().getWidth() + look.px(5);
            boolean room = wide && !name.getText().isEmpty() && word + width < getWidth() - look.px(8);
            name.setVisible(room);
            double start = middle - (width + (room ? word : 0)) / 2;
            double base = look.px(wide ? 34.5 : 28);
            name.relocate(start, base - name.getBaselineOffset());
            symbol.relocate(start + (room ? word : 0), base - symbol.getBaselineOffset());
        }
    }
}
