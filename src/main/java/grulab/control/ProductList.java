package grulab.control;

import grulab.model.arithmetic.Breakdown;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A term of an opened sum: its name, its value and, if it is a dot product, its largest products and its biases. */
final class ProductList extends VBox {
    /** All products of a sum are shown up to here. */
    private static final int ALL = 8;

    private final Term term;
    private final TexNode name;
    private final Text value = new Text();
    private final Text more = new Text();
    private final Rectangle mark = new Rectangle();
    private final List<ProductRow> rows = new ArrayList<>();

    /** Told which row was clicked. */
    interface Ears {
        void product(DotProduct products, int index);

        /** @param name as in docs/conventions.md: "c_n" */
        void bias(String name);

        /** The term's id while the pointer is over its name. */
        void over(@Nullable String id);
    }

    /**
     * @param most so many of the products are shown if they are many
     * @param nameOf what an index of the products stands for
     */
    ProductList(
            Term term,
            Line line,
            int most,
            BiFunction<DotProduct, Integer, String> nameOf,
            Ears ears,
            SumCardWords words) {
        this.term = term;
        name = new TexNode(PlainFormula.of(term.name()).text(), 18);
        DotProduct products = term.products();
        boolean few = products == null || products.size() <= ALL;
        Breakdown digits = Breakdown.of(line, term, few ? ALL : most);
        value.setText((digits.exact() ? "= " : "≈ ") + digits.value());
        setId("term-" + TermNames.brief(term.name()).replace(" ", ""));
        getStyleClass().add("product-list");
        mark.setManaged(false);
        mark.setVisible(false);
        HBox head = new HBox(name, value);
        head.setAlignment(Pos.BASELINE_LEFT);
        String id = TermNames.id(term.name());
        head.setOnMouseEntered(e -> ears.over(id));
        head.setOnMouseExited(e -> ears.over(null));
        getChildren().add(head);
        add(digits, nameOf, ears);
        String rest = digits.rest();
        if (rest != null) {
            more.setText(words.more(digits.left(), rest));
            more.setId("more");
            getChildren().add(more);
        }
        getChildren().add(mark);
    }

    private void add(Breakdown digits, BiFunction<DotProduct, Integer, String> nameOf, Ears ears) {
        double longest = Stream.concat(
                        digits.rows().stream().map(Breakdown.Row::amount),
                        digits.biases().stream().map(Breakdown.Bias::amount))
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        DotProduct products = term.products();
        if (products != null) {
            for (Breakdown.Row row : digits.rows()) {
                rows.add(row(products, row, nameOf.apply(products, row.index()), longest, ears));
            }
        }
        for (Breakdown.Bias bias : digits.biases()) {
            rows.add(new ProductRow(bias, longest, () -> ears.bias(bias.name())));
        }
        getChildren().addAll(rows);
    }

    private static ProductRow row(DotProduct products, Breakdown.Row row, String label, double longest, Ears ears) {
        return new ProductRow(row, label, longest, () -> ears.product(products, row.index()));
    }

    void look(Look look) {
        Palette palette = look.palette();
        name.size(look.px(18, 26));
        name.shade(palette, c -> c);
        value.setFont(Fonts.mono(look.px(13.5, 20)));
        value.setFill(palette.ink);
        more.setFont(Fonts.ui(look.px(12.5, 18)));
        more.setFill(palette.text2);
        ((HBox) getChildren().get(0)).setSpacing(look.px(8));
        setSpacing(0);
        rows.forEach(r -> r.look(look));
        ProductRow.Columns columns = ProductRow.Columns.NONE;
        for (ProductRow row : rows) {
            columns = columns.with(row);
        }
        for (ProductRow row : rows) {
            row.columns(columns);
        }
        mark.setFill(palette.ink);
        mark.setHeight(look.px(2));
    }

    void lit(@Nullable String id) {
        mark.setVisible(TermNames.id(term.name()).equals(id));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Region head = (Region) getChildren().get(0);
        mark.setX(head.getLayoutX());
        mark.setY(head.getLayoutY() + head.getHeight());
        mark.setWidth(name.getPrefWidth());
    }
}
