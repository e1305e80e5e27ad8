package grulab.control;

import grulab.control.ResultMark.Sign;
import grulab.model.UpdateMeaning;
import grulab.model.arithmetic.Line;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** What the same numbers would make if the update gate meant the other thing. */
final class OtherMeaning extends Region {
    private final Rectangle rule = new Rectangle();
    private final Group sentence = new Group();
    private final DigitRow digits = new DigitRow();
    private final ResultMark result = new ResultMark("line-other-result");
    private Look look = Look.STANDARD;
    private @Nullable Line line;
    private String pattern = "";
    private boolean same;
    private boolean low;

    OtherMeaning() {
        setId("line-other");
        digits.setId("line-other-numbers");
        rule.setManaged(false);
        sentence.setManaged(false);
        sentence.setMouseTransparent(true);
        getChildren().addAll(rule, sentence, digits, result);
    }

    void look(Look newLook) {
        look = newLook;
        requestLayout();
    }

    /**
     * @param other the line under the other meaning
     * @param real the line under the meaning in force
     */
    void show(Line other, Line real, UpdateMeaning meaning, StepLineWords words) {
        line = other;
        pattern = words.other(meaning);
        same = other.result().equals(real.result());
        setAccessibleText(pattern.replace("{0}", "z") + ": " + other.substituted() + " = " + other.result());
        requestLayout();
    }

    /** @param newLow whether there is little room */
    void low(boolean newLow) {
        low = newLow;
        requestLayout();
    }

    void lit(@Nullable String id) {
        digits.lit(id);
    }

    double heightAt(boolean small) {
        return small ? look.px(62) : look.px(86);
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightAt(low);
    }

    @Override
    protected double computeMinHeight(double width) {
        return heightAt(low);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Line shown = line;
        if (shown == null) {
            return;
        }
        Palette palette = look.palette();
        double left = look.px(StepLines.PADDING);
        double width = getWidth() - 2 * left;
        rule.setX(left);
        rule.setWidth(width);
        rule.setHeight(look.px(2));
        rule.setFill(palette.border);
        double size = low ? look.px(19) : look.px(28);
        result.show(shown.result(), same ? Sign.NONE : Sign.UNEQUAL, size, palette.h, palette);
        result.relocate(left + width - look.px(10), low ? look.px(38) : look.px(51));
        write(left, low ? look.px(24) : look.px(35));
        double room = width - look.px(22) - result.extent();
        var spans = TermDigits.of(shown).spans();
        double most = low ? look.px(13) : look.px(16.5);
        Font font = Fonts.mono(DigitRow.fitting(spans, most, look.px(10), room));
        digits.show(spans, font, Ink.INK, look);
        digits.relocate(left, low ? look.px(48) : look.px(64));
    }

    private void write(double left, double baseline) {
        Palette palette = look.palette();
        sentence.getChildren().clear();
        double x = left;
        for (String piece : pattern.split("(?=\\{)|(?<=})")) {
            boolean gate = piece.equals("{0}");
            Text text = gate
                    ? Lettering.text("z", Fonts.math(look.px(17)), palette.z)
                    : Lettering.text(piece, Fonts.ui(look.px(14)), palette.text2);
            Lettering.left(text, x, baseline);
            x += Lettering.width(text);
            sentence.getChildren().add(text);
        }
    }
}
