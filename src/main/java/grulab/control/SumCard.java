package grulab.control;

import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One number taken apart: formula, sum, the products behind it, and a field in which it can be set otherwise. */
public final class SumCard extends Region {
    private final Text plain = new Text();
    private Look look = Look.STANDARD;
    private SumCardWords words = new SumCardWords(key -> "");
    private Consumer<String> edit = typed -> {};
    private Consumer<Double> whole = value -> {};
    private Consumer<CopyAs> copy = as -> {};
    private Runnable check = () -> {};
    private Runnable close = () -> {};
    private Consumer<@Nullable String> hover = term -> {};
    private BiConsumer<DotProduct, Integer> product = (products, index) -> {};

    public SumCard() {
        setId("sum-card");
        getStyleClass().add("sum-card");
        getChildren().add(plain);
    }

    public void look(Look newLook) {
        look = newLook;
        plain.setFont(Fonts.mono(look.px(13)));
        plain.setFill(look.palette().ink);
    }

    public void words(SumCardWords newWords) {
        words = newWords;
    }

    /**
     * Shows a number's line.
     *
     * @param title which number it is
     * @param nameOf what the index of a product stands for: the number of a unit from 1, or a symbol of the text
     * @param range lowest and highest value that it can be set to; null if it cannot be set
     * @param slope whether finite differences can check it
     */
    public void show(
            String title,
            Line line,
            BiFunction<DotProduct, Integer, String> nameOf,
            double @Nullable [] range,
            boolean slope) {
        plain.setText(title + "\n" + line.formula() + "\n" + line.substituted() + " = " + line.result());
    }

    /** Why the value that was typed is refused; null if nothing is wrong. */
    public void problem(@Nullable String sentence) {}

    /** What finite differences say of the slope; null while nothing was asked. */
    public void checked(@Nullable Double byDifferences, double value) {}

    /** Marks a term: the plain name of a term, or the id of a quantity. */
    public void lit(@Nullable String term) {}

    /** Told what was typed into the field. */
    public void onEdit(Consumer<String> handler) {
        edit = handler;
    }

    /** Told 0 or 1 for every unit of the gate. */
    public void onWhole(Consumer<Double> handler) {
        whole = handler;
    }

    public void onCopy(Consumer<CopyAs> handler) {
        copy = handler;
    }

    /** Told that finite differences shall check the slope. */
    public void onCheck(Runnable handler) {
        check = handler;
    }

    public void onClose(Runnable handler) {
        close = handler;
    }

    /** Told which term the pointer is over; null when it leaves. */
    public void onHoverTerm(Consumer<@Nullable String> handler) {
        hover = handler;
    }

    /** Told the products and the index, from 0, of a row that was clicked. */
    public void onProduct(BiConsumer<DotProduct, Integer> handler) {
        product = handler;
    }
}
