package grulab.control;

import grulab.control.ResultMark.Sign;
import grulab.control.TermDigits.Span;
import grulab.model.arithmetic.Line;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The line of an opened number: formula, digits, result, what a second computation made, bars and curve. */
final class SumHead extends Region {
    private final DigitRow digits = new DigitRow();
    private final ResultMark result = new ResultMark("sum-result");
    private final Text recomputed = new Text();
    private final Text note = new Text();
    private final LinePicture picture = new LinePicture("sum");
    private TexNode head = new TexNode(FormulaText.EMPTY.ink("\\,"), 22);
    private @Nullable TermFormula body;
    private LineMoment moment = LineMoment.EMPTY;
    private List<Span> spans = List.of();
    private String symbol = "";
    private boolean asked;
    private Look look = Look.STANDARD;
    private Consumer<@Nullable String> hover = term -> {};
    private @Nullable String lit;

    SumHead() {
        digits.setId("sum-numbers");
        recomputed.setId("sum-recomputed");
        note.setId("sum-note");
        for (Text text : new Text[] {recomputed, note}) {
            text.setManaged(false);
            text.setMouseTransparent(true);
        }
        getChildren().addAll(head, digits, result, recomputed, note, picture);
        digits.onHover(id -> hover.accept(id));
        picture.onHover(id -> hover.accept(id));
        result.setOnMouseEntered(e -> ask(true));
        result.setOnMouseExited(e -> ask(false));
    }

    private void ask(boolean now) {
        asked = now;
        recomputed.setVisible(asked || moment.sign() == Sign.WRONG);
        note.setVisible(!recomputed.isVisible());
    }

    void onHover(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    void show(Line line, SumCardWords words, boolean slope) {
        double reach = BarRun.reach(List.of(SumBars.runOf(line)));
        StepLineWords says = words.lines();
        moment = LineMoment.of(line, says, reach, slope);
        spans = TermDigits.of(line).spans();
        boolean made = isMade(line);
        if (!symbol.equals(line.symbol()) || body == null || !body.isOf(line)) {
            typeset(line, made);
        }
        boolean small = Math.abs(line.value()) < 0.01 && line.value() != 0;
        recomputed.setText(words.recomputed(
                small ? Numbers.significant(line.value(), 7) : Numbers.fixed(line.value(), 6),
                small ? Numbers.significant(line.reference(), 7) : Numbers.fixed(line.reference(), 6)));
        String unit = line.exponent() == 0 ? "" : says.power(line.exponent());
        boolean start = symbol.equals("h0") || symbol.equals("c0");
        note.setText(Stream.of(start ? "" : moment.note(), unit)
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse(""));
        digits.setVisible(made);
        ask(false);
        requestLayout();
    }

    /** False for a parameter or a start, which nothing on the screen made. */
    static boolean isMade(Line line) {
        return line.terms().size() != 1
                || !line.terms().get(0).name().equals(line.formula())
                || line.terms().get(0).products() != null;
    }

    private void typeset(Line line, boolean made) {
        symbol = line.symbol();
        getChildren().removeAll(head, body);
        head = new TexNode(
                made ? LineHeads.of(symbol, 0) : PlainFormula.of(line.formula()).text(), 22);
        TermFormula next = TermFormula.of(line);
        next.onHover(id -> hover.accept(id));
        next.setVisible(made);
        body = next;
        getChildren().addAll(head, next);
        next.lit(lit);
    }

    void look(Look newLook) {
        look = newLook;
        requestLayout();
    }

    void lit(@Nullable String id) {
        lit = id;
        if (body != null) {
            body.lit(id);
        }
        digits.lit(id);
        picture.lit(id);
    }

    String spoken() {
        return LineHeads.plain(symbol) + ": " + moment.spoken();
    }

    private double text() {
        return look.px(82, 120);
    }

    @Override
    protected double computePrefHeight(double width) {
        double drawn = LinePicture.height(moment, look);
        return text() + (drawn == 0 ? 0 : drawn + look.px(8));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        TermFormula formula = body;
        if (formula == null) {
            return;
        }
        Palette palette = look.palette();
        double width = getWidth();
        double size = look.px(22, 32);
        double baseline = look.px(26, 38);
        head.size(size);
        formula.size(size);
        double wide = head.getPrefWidth() + (formula.isVisible() ? formula.getPrefWidth() : 0);
        if (wide > width) {
            head.size(size * width / wide);
            formula.size(size * width / wide);
        }
        head.shade(palette, c -> c);
        formula.shade(look, c -> c);
        head.autosize();
        formula.autosize();
        head.relocate(0, baseline - head.getBaselineOffset());
        formula.relocate(head.getPrefWidth(), baseline - formula.getBaselineOffset());
        Sign sign = formula.isVisible() ? moment.sign() : Sign.NONE;
        result.show(
                moment.result(), sign, look.px(26, 38), LineHeads.ink(symbol).in(palette), palette);
        double second = look.px(58, 84);
        result.relocate(width - look.px(4), second);
        double room = width - result.extent() - look.px(16);
        double type = DigitRow.fitting(spans, look.px(15, 22), look.px(9, 14), room);
        digits.show(spans, Fonts.mono(type), moment.ink(), look);
        digits.relocate(0, second);
        boolean wrong = moment.sign() == Sign.WRONG;
        write(recomputed, wrong ? palette.bad : palette.text2, 0, look.px(78, 112));
        write(note, palette.text2, 0, look.px(78, 112));
        note.setX(width - look.px(4) - note.getLayoutBounds().getWidth());
        picture.resizeRelocate(0, text() + look.px(4), width, LinePicture.height(moment, look));
        picture.setVisible(LinePicture.height(moment, look) > 0);
        picture.show(moment, LineHeads.ink(symbol), look);
    }

    private void write(Text text, Color color, double x, double y) {
        text.setFont(Fonts.ui(look.px(12, 18)));
        text.setFill(color);
        text.setX(x);
        text.setY(y);
    }
}
