package grulab.control;

import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One number taken apart: formula, sum, the products behind it, and a field in which it can be set otherwise. What is
 * too long scrolls between the title and the field.
 */
public final class SumCard extends Region {
    private static final double WIDTH = 420;
    private static final double HIGHEST = 740;
    private static final int ROWS = 8;
    private static final int ROWS_OF_EACH = 5;

    private final Label title = new Label();
    private final Button closing = new Button("✕");
    private final HBox top = new HBox(title, closing);
    private final SumHead head = new SumHead();
    private final VBox middle = new VBox(head);
    private final ScrollPane scroll = LineScroll.of(middle);
    private final WhatIf whatIf = new WhatIf();
    private final Button checking = new Button();
    private final Label checked = new Label();
    private final VBox check = new VBox(checking, checked);
    private final Label copying = new Label();
    private final Map<CopyAs, Button> copies = new EnumMap<>(CopyAs.class);
    private final HBox copyRow = new HBox(copying);
    private final HBox last = new HBox(whatIf.gate(), copyRow);
    private final VBox bottom = new VBox(whatIf, check, last);
    private final VBox all = new VBox(top, scroll, bottom);
    private final List<ProductList> lists = new ArrayList<>();
    private Look look = Look.STANDARD;
    private SumCardWords words = new SumCardWords(key -> "");
    private double unit = 1;
    private Consumer<CopyAs> copy = as -> {};
    private Runnable asked = () -> {};
    private Runnable close = () -> {};
    private Consumer<@Nullable String> hover = term -> {};
    private BiConsumer<DotProduct, Integer> product = (products, index) -> {};
    private Consumer<String> bias = name -> {};
    private final ProductList.Ears rowEars = new ProductList.Ears() {
        @Override
        public void product(DotProduct products, int index) {
            product.accept(products, index);
        }

        @Override
        public void bias(String name) {
            bias.accept(name);
        }

        @Override
        public void over(@Nullable String id) {
            hover.accept(id);
        }
    };
    private @Nullable String lit;

    public SumCard() {
        setId("sum-card");
        getStyleClass().add("sum-card");
        setAccessibleRole(AccessibleRole.TEXT);
        title.setId("sum-title");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        top.setAlignment(Pos.TOP_LEFT);
        closing.setId("sum-close");
        closing.setMnemonicParsing(false);
        checking.setMnemonicParsing(false);
        closing.getStyleClass().addAll("lab", "faint");
        closing.setOnAction(e -> close.run());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        checking.setId("sum-check");
        checking.getStyleClass().add("lab");
        checking.setOnAction(e -> asked.run());
        checked.setId("sum-checked");
        checked.getStyleClass().add("small");
        checked.setWrapText(true);
        checking.setMinWidth(USE_PREF_SIZE);
        top.setMinHeight(USE_PREF_SIZE);
        bottom.setMinHeight(USE_PREF_SIZE);
        copying.setMinWidth(USE_PREF_SIZE);
        copying.getStyleClass().add("quiet");
        copyRow.setAlignment(Pos.CENTER_LEFT);
        for (CopyAs as : CopyAs.values()) {
            Button button = new Button();
            button.setMnemonicParsing(false);
            button.setId("sum-copy-" + as.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("lab", "faint");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> copy.accept(as));
            copies.put(as, button);
            copyRow.getChildren().add(button);
        }
        head.onHover(id -> hover.accept(id));
        getChildren().add(all);
    }

    public void look(Look newLook) {
        look = newLook;
        getStyleClass().remove("projected");
        if (look.projector()) {
            getStyleClass().add("projected");
        }
        middle.setBackground(Background.fill(look.palette().surface));
        head.look(look);
        lists.forEach(l -> l.look(look));
        whatIf.look(look);
        double gap = look.px(8);
        top.setSpacing(gap);
        copyRow.setSpacing(look.px(5));
        check.setSpacing(look.px(4));
        last.setSpacing(look.px(12));
        middle.setSpacing(look.px(10));
        middle.setPadding(new Insets(0, look.px(10), look.px(4), 0));
        bottom.setSpacing(look.px(8));
        all.setSpacing(look.px(10));
        closing.setMinWidth(USE_PREF_SIZE);
        requestLayout();
    }

    public void words(SumCardWords newWords) {
        words = newWords;
        whatIf.words(words);
        copying.setText(words.copy());
        copies.forEach((as, button) -> button.setText(words.copy(as)));
        checking.setText(words.check());
        closing.setAccessibleText(words.close());
    }

    /**
     * Shows a number's line.
     *
     * @param newTitle which number it is
     * @param nameOf what the index of a product stands for: the number of a unit from 1, or a symbol of the text
     * @param range lowest and highest value that it can be set to, 0 and 1 for a gate; null if it cannot be set
     * @param slope whether it is a gradient, which finite differences can check
     */
    public void show(
            String newTitle,
            Line line,
            BiFunction<DotProduct, Integer, String> nameOf,
            double @Nullable [] range,
            boolean slope) {
        title.setText(newTitle);
        unit = Math.pow(10, line.exponent());
        head.show(line, words, slope);
        open(line, nameOf);
        whatIf.setVisible(range != null);
        whatIf.setManaged(range != null);
        whatIf.gate().setVisible(false);
        whatIf.gate().setManaged(false);
        if (range != null) {
            whatIf.show(Numbers.significant(line.value(), 6), range, words);
        }
        check.setVisible(slope);
        check.setManaged(slope);
        checked(null, line.value());
        setAccessibleText(newTitle + ". " + head.spoken());
        look(look);
        lit(lit);
    }

    private void open(Line line, BiFunction<DotProduct, Integer, String> nameOf) {
        middle.getChildren().removeAll(lists);
        lists.clear();
        long open = line.terms().stream().filter(t -> t.products() != null).count();
        if (open > 0) {
            for (Term term : line.terms()) {
                lists.add(new ProductList(term, line, open == 1 ? ROWS : ROWS_OF_EACH, nameOf, rowEars, words));
            }
        }
        middle.getChildren().addAll(lists);
        scroll.setVvalue(0);
    }

    /** Why the value that was typed is refused; null if nothing is wrong. */
    public void problem(@Nullable String sentence) {
        whatIf.problem(sentence);
        requestLayout();
    }

    /** What finite differences say of the slope; null while nothing was asked. */
    public void checked(@Nullable Double byDifferences, double value) {
        if (byDifferences == null) {
            checked.setText("");
            checked.setManaged(false);
            return;
        }
        checked.setManaged(true);
        double apart = Math.abs(byDifferences - value);
        boolean agrees = apart <= 1e-8 + 1e-5 * Math.max(unit, Math.abs(value));
        checked.setText(words.differences(Numbers.significant(byDifferences, 4), Numbers.significant(apart, 1))
                + (agrees ? " ✓" : " ✕"));
        checked.getStyleClass().remove("bad");
        if (!agrees) {
            checked.getStyleClass().add("bad");
        }
    }

    /** Marks a term: the plain name of a term, or the id of a quantity. */
    public void lit(@Nullable String term) {
        lit = term;
        head.lit(term);
        lists.forEach(l -> l.lit(term));
    }

    /** Told what was typed into the field. */
    public void onEdit(Consumer<String> handler) {
        whatIf.onEdit(handler);
    }

    /** Told 0 or 1 for every unit of the gate. */
    public void onWhole(Consumer<Double> handler) {
        whatIf.onWhole(handler);
    }

    public void onCopy(Consumer<CopyAs> handler) {
        copy = handler;
    }

    /** Told that finite differences shall check the slope. */
    public void onCheck(Runnable handler) {
        asked = handler;
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

    /** Told the name of a bias, as in docs/conventions.md, whose row was clicked. */
    public void onBias(Consumer<String> handler) {
        bias = handler;
    }

    private double padding() {
        return look.px(16, 20);
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(WIDTH, 580);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = look.px(WIDTH, 580) - 2 * padding();
        double content = top.prefHeight(inner)
                + middle.prefHeight(inner)
                + bottom.prefHeight(inner)
                + 2 * all.getSpacing()
                + 2 * look.px(12)
                + 2;
        return Math.min(look.px(HIGHEST, 700), content);
    }

    @Override
    protected void layoutChildren() {
        double side = padding();
        double above = look.px(12);
        all.resizeRelocate(side, above, getWidth() - 2 * side, getHeight() - 2 * above);
    }
}
