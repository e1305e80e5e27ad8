package grulab.control;

import grulab.model.arithmetic.Breakdown;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** One product of a sum, or its bias: what it is of, factors, its value as a number and as a bar. A button. */
final class ProductRow extends Region {
    /** Of the factors, the signs and the value, after the name. */
    private static final int CELLS = 5;

    private final List<Text> cells = new ArrayList<>();
    private final Text name = new Text();
    private final Rectangle bar = new Rectangle();
    private final Rectangle zero = new Rectangle();
    private final Rectangle under = new Rectangle();
    private final double value;
    private final double largest;
    private Columns columns = Columns.NONE;
    private Look look = Look.STANDARD;

    /** Widths that the rows of a list share. */
    record Columns(double name, double left, double right, double value) {
        static final Columns NONE = new Columns(0, 0, 0, 0);

        Columns with(ProductRow row) {
            return new Columns(
                    Math.max(name, Lettering.width(row.name)),
                    Math.max(left, Lettering.width(row.cells.get(0))),
                    Math.max(right, Lettering.width(row.cells.get(2))),
                    Math.max(value, Lettering.width(row.cells.get(4))));
        }
    }

    /**
     * @param label what the index stands for
     * @param largest what the longest bar stands for
     */
    ProductRow(Breakdown.Row product, String label, double largest, Runnable clicked) {
        this(
                "product-" + product.index(),
                label,
                List.of(product.left(), "×", product.right(), product.exact() ? "=" : "≈", product.value()),
                product.amount(),
                largest,
                clicked);
    }

    /** A bias, which has no factors. */
    ProductRow(Breakdown.Bias bias, double largest, Runnable clicked) {
        this(
                "bias-" + bias.name(),
                bias.name(),
                List.of("", "", "", "=", bias.value()),
                bias.amount(),
                largest,
                clicked);
    }

    private ProductRow(String id, String label, List<String> printed, double value, double largest, Runnable clicked) {
        this.value = value;
        this.largest = largest;
        name.setText(label);
        printed.forEach(text -> cells.add(new Text(text)));
        under.setVisible(false);
        getChildren().addAll(under, name);
        getChildren().addAll(cells);
        getChildren().addAll(zero, bar);
        getChildren().forEach(node -> {
            node.setManaged(false);
            node.setMouseTransparent(true);
        });
        setId(id);
        getStyleClass().add("product-row");
        setAccessibleRole(AccessibleRole.BUTTON);
        boolean factors = !printed.get(0).isEmpty();
        setAccessibleText(
                label + (factors ? ": " : " ") + String.join(" ", printed).strip());
        setCursor(Cursor.HAND);
        setFocusTraversable(true);
        setOnMouseClicked(e -> clicked.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                clicked.run();
                e.consume();
            }
        });
        hoverProperty().addListener((o, was, now) -> color());
        focusedProperty().addListener((o, was, now) -> color());
    }

    void look(Look newLook) {
        look = newLook;
        Font font = Fonts.mono(look.px(12.5, 18));
        name.setFont(font);
        name.setTextOrigin(VPos.BASELINE);
        cells.forEach(c -> {
            c.setFont(font);
            c.setTextOrigin(VPos.BASELINE);
        });
        color();
    }

    void columns(Columns shared) {
        columns = shared;
        requestLayout();
    }

    private void color() {
        Palette palette = look.palette();
        setBackground(Background.fill(isHover() || isFocused() ? palette.sunk : palette.surface));
        under.setVisible(isFocused());
        under.setFill(palette.ink);
        name.setFill(palette.ink);
        for (int i = 0; i < CELLS; i++) {
            cells.get(i).setFill(i % 2 == 1 ? palette.text3 : i == CELLS - 1 ? palette.ink : palette.text2);
        }
        zero.setFill(palette.border);
        bar.setFill(palette.text2);
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(28, 40);
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
        double baseline = getHeight() / 2 + look.px(4.5, 6.5);
        double gap = look.px(7, 9);
        Lettering.left(name, look.px(4), baseline);
        double x = look.px(4) + columns.name + look.px(14);
        double[] ends = new double[CELLS];
        double[] widths = {columns.left, sign(1), columns.right, sign(3), columns.value};
        for (int i = 0; i < CELLS; i++) {
            x += widths[i];
            ends[i] = x;
            x += gap;
        }
        for (int i = 0; i < CELLS; i++) {
            Lettering.right(cells.get(i), ends[i], baseline);
        }
        double from = x + gap;
        double half = Math.max(0, (getWidth() - look.px(4) - from) / 2);
        double middle = from + half;
        double length = largest == 0 || !Double.isFinite(value) ? 0 : half * Math.abs(value) / largest;
        bar.setX(value < 0 ? middle - length : middle);
        bar.setWidth(length);
        bar.setY(getHeight() / 2 - look.px(4.5));
        bar.setHeight(look.px(9));
        zero.setX(middle - 0.5);
        zero.setWidth(1);
        zero.setHeight(getHeight());
        zero.setVisible(half > 0);
        under.setY(getHeight() - look.px(2));
        under.setWidth(getWidth());
        under.setHeight(look.px(2));
    }

    private double sign(int cell) {
        return Lettering.width(cells.get(cell));
    }
}
