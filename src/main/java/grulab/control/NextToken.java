package grulab.control;

import grulab.model.Prediction;
import grulab.model.arithmetic.Change;
import grulab.model.arithmetic.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which symbol the cell expects to read next: logits, what softmax makes of them, and the loss that the actual one costs.
 * The three come one after the other when h_t is ready.
 */
public final class NextToken extends Plot {
    /** One after the other: logits, softmax, loss. */
    private static final double STAGES = 3;

    private static final double STAGE_MILLISECONDS = 150;

    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", STAGES);
    private final Timeline timeline = new Timeline();
    private final Group caption = new Group();
    private final TexNode formula = new TexNode(
            FormulaText.EMPTY.ink("\\mathrm{softmax}(\\,W_q").h("h_t").ink("\\;+\\;b_q\\,)"), 15);
    private final Pane loss = new Pane();
    private final Group axis = new Group();
    private final Group row = new Group();
    private final List<NextBar> bars = new ArrayList<>();
    private @Nullable Prediction prediction;
    private @Nullable Prediction before;
    private List<String> symbols = List.of();
    private int t;
    private boolean ready = true;
    private int lastMicroStep = 6;
    private Consumer<Subject> ask = subject -> {};

    public NextToken() {
        super("next-token", 908, 152);
        loss.setId("next-loss");
        loss.setCursor(Cursor.HAND);
        loss.setOnMouseClicked(e -> ask.accept(new Subject.Loss(t)));
        caption.setMouseTransparent(true);
        axis.setMouseTransparent(true);
        getChildren().addAll(caption, loss, axis, row);
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && ready && prediction != null) {
                ask.accept(new Subject.Loss(t));
                e.consume();
            }
        });
        progress.addListener(o -> move());
        begin();
    }

    /** Hears of a number that is clicked: a probability, a logit, the loss. */
    public void onAsk(Consumer<Subject> listener) {
        ask = listener;
    }

    /**
     * @param shown null if there is none: nothing computed, or no head
     * @param original what it was before numbers were changed by hand, or null if they were not
     * @param all every symbol of the head, in order of their numbers
     * @param step from 0
     * @param isReady whether h_t is there, so that there is something to predict from
     * @param last the micro-step at which it is, from 1
     */
    public void show(
            @Nullable Prediction shown,
            @Nullable Prediction original,
            List<String> all,
            int step,
            boolean isReady,
            int last) {
        boolean begins = isReady && !ready && shown != null;
        prediction = shown;
        before = original;
        symbols = List.copyOf(all);
        t = step;
        ready = isReady;
        lastMicroStep = last;
        timeline.stop();
        boolean moves = begins && !shownLook().reducedMotion() && getScene() != null;
        progress.set(moves ? 0 : STAGES);
        refresh();
        if (moves) {
            timeline.getKeyFrames()
                    .setAll(new KeyFrame(Duration.millis(STAGES * STAGE_MILLISECONDS), new KeyValue(progress, STAGES)));
            timeline.playFromStart();
        }
    }

    /** How far logits, softmax and loss have come, 0 to 3: a state of its own at every value. */
    DoubleProperty progressProperty() {
        return progress;
    }

    @Override
    void draw(Look look) {
        caption.getChildren().clear();
        loss.getChildren().clear();
        axis.getChildren().clear();
        row.getChildren().clear();
        bars.clear();
        Prediction p = prediction;
        for (Node part : List.of(loss, axis)) {
            part.setVisible(ready && p != null);
        }
        if (!ready || p == null) {
            notYet(look);
            return;
        }
        bars(p, caption(p, look), look);
        setAccessibleText(words().of(
                        "next.spoken",
                        symbol(p.target()),
                        Numbers.fixed(p.probabilities()[p.target()], 2),
                        Numbers.fixed(p.loss(), 2),
                        words().of(ofWords() ? "next.loss.word" : "next.loss")));
        move();
    }

    private void notYet(Look look) {
        String sentence = ready ? words().of("empty") : words().of("next.waiting", lastMicroStep);
        Group text = Phrase.of(sentence, Fonts.ui(look.px(13, 20)), look.palette().text2, look.palette().h);
        text.setLayoutX(look.px(16, 20));
        text.setLayoutY(look.px(24, 34));
        caption.getChildren().setAll(text);
        setAccessibleText(sentence);
    }

    /** Title, formula and loss; returns where the bars may begin. */
    private double caption(Prediction p, Look look) {
        Palette palette = look.palette();
        double x = look.px(16, 20);
        Text title = Lettering.text(
                words().of(ofWords() ? "next.word" : "next.character"), Fonts.semiBold(look.px(13, 20)), palette.ink);
        Lettering.left(title, x, look.px(22, 30));
        formula.look(look);
        formula.size(look.px(15, 22));
        formula.plain(Ink.SOFT);
        formula.relocate(x, look.px(47, 66) - formula.getBaselineOffset());
        formula.resize(formula.prefWidth(-1), formula.prefHeight(-1));
        caption.getChildren().addAll(title, formula);
        double width = Math.max(Lettering.width(title), formula.prefWidth(-1));
        return x + Math.max(width, loss(p, x, look)) + look.px(24, 30);
    }

    private boolean ofWords() {
        return symbols.stream().anyMatch(s -> s.codePointCount(0, s.length()) > 1);
    }

    private double loss(Prediction p, double left, Look look) {
        Palette palette = look.palette();
        String[] said = LossWords.of(p.probabilities()[p.target()], p.loss());
        Text sum = Lettering.text(
                words().of(ofWords() ? "next.loss.word" : "next.loss") + " " + said[0] + " ",
                Fonts.ui(look.px(13, 19)),
                palette.loss);
        Text value = Lettering.text(said[1], Fonts.monoBold(look.px(16, 25)), palette.loss);
        value.setId("next-loss-value");
        double baseline = look.px(19, 28);
        Lettering.left(sum, 0, baseline);
        Lettering.left(value, Lettering.width(sum), baseline);
        loss.getChildren().addAll(sum, value);
        double width = Lettering.width(sum) + Lettering.width(value);
        double height = look.px(28, 40);
        Prediction other = before;
        if (other != null) {
            String by = Change.of(other.loss(), p.loss(), 2).by();
            Text delta = Lettering.text("\u0394 " + by, Fonts.mono(look.px(13, 19)), palette.text2);
            delta.setId("next-loss-change");
            Lettering.left(delta, 0, baseline + look.px(20, 28));
            loss.getChildren().add(delta);
            height += look.px(20, 28);
        }
        loss.resizeRelocate(left, look.px(61, 84), width, height);
        return width;
    }

    private void bars(Prediction p, double left, Look look) {
        double room = Math.max(1, getWidth() - left - look.px(12));
        int count = Math.min(p.logits().length, NextBar.fitting(room, look));
        double pitch = Math.min(look.px(NextBar.PITCH, NextBar.PROJECTED), room / count);
        int[] likely = LossWords.likeliest(p, count);
        double largest = p.probabilities()[likely[0]];
        for (int symbol : likely) {
            largest = Math.max(largest, before == null ? 0 : before.probabilities()[symbol]);
        }
        BarPlace place = BarPlace.of(getHeight(), pitch, look);
        for (int i = 0; i < count; i++) {
            NextBar bar = new NextBar(likely[i], symbol(likely[i]), p, before, largest, place, words(), look);
            bar.setLayoutX(left + i * pitch);
            bar.onAsk(
                    symbol -> ask.accept(new Subject.Probability(t, symbol)),
                    symbol -> ask.accept(new Subject.Logit(t, symbol)));
            bars.add(bar);
        }
        row.getChildren().setAll(bars);
        axis.getChildren().add(Shapes.line(left, place.base(), pitch * count, 1, look.palette().border));
    }

    private String symbol(int number) {
        return number < symbols.size() ? LossWords.visible(symbols.get(number)) : Integer.toString(number + 1);
    }

    @Override
    public String table() {
        Prediction p = prediction;
        if (!ready || p == null) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n", "", "\n").add("symbol\tlogit\tprobability");
        for (int i = 0; i < p.logits().length; i++) {
            lines.add(symbol(i) + "\t" + p.logits()[i] + "\t" + p.probabilities()[i]);
        }
        return lines.toString();
    }

    private void move() {
        double at = progress.get();
        bars.forEach(b -> b.progress(Math.min(1, at), Math.max(0, Math.min(1, at - 1))));
        loss.setOpacity(Math.max(0, Math.min(1, at - 2)));
    }
}
