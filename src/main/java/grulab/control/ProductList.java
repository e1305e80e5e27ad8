package grulab.control;

import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.DotProduct.Product;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A term of an opened sum: its name, its value and, if it is a dot product, its largest products. */
final class ProductList extends VBox {
    /** All products of a sum are shown up to here. */
    static final int ALL = 8;

    private final Term term;
    private final TexNode name;
    private final Text value = new Text();
    private final Text more = new Text();
    private final Rectangle mark = new Rectangle();
    private final List<ProductRow> rows = new ArrayList<>();

    /**
     * @param most so many of the products are shown if they are more than {@link #ALL}
     * @param nameOf what an index of the products stands for
     * @param hover told the term's id while the pointer is over its name
     */
    ProductList(
            Term term,
            Line line,
            int most,
            BiFunction<DotProduct, Integer, String> nameOf,
            BiConsumer<DotProduct, Integer> clicked,
            Consumer<@Nullable String> hover,
            SumCardWords words) {
        this.term = term;
        name = new TexNode(PlainFormula.of(term.name()).text(), 18);
        ProductDigits digits = ProductDigits.of(line);
        value.setText("= " + digits.term(term));
        setId("term-" + TermNames.brief(term.name()).replace(" ", ""));
        getStyleClass().add("product-list");
        mark.setManaged(false);
        mark.setVisible(false);
        HBox head = new HBox(name, value);
        head.setAlignment(Pos.BASELINE_LEFT);
        String id = TermNames.id(term.name());
        head.setOnMouseEntered(e -> hover.accept(id));
        head.setOnMouseExited(e -> hover.accept(null));
        getChildren().add(head);
        DotProduct products = term.products();
        if (products != null) {
            add(products, digits, most, nameOf, clicked, words);
        }
        getChildren().add(mark);
    }

    private void add(
            DotProduct products,
            ProductDigits digits,
            int most,
            BiFunction<DotProduct, Integer, String> nameOf,
            BiConsumer<DotProduct, Integer> clicked,
            SumCardWords words) {
        int limit = products.size() <= ALL ? products.size() : most;
        List<Product> largest = products.largest(limit).stream()
                .filter(p -> p.value() != 0 || products.size() <= ALL)
                .toList();
        double longest = largest.isEmpty() ? 0 : Math.abs(largest.get(0).value());
        for (Product product : largest) {
            rows.add(new ProductRow(
                    products,
                    product,
                    nameOf.apply(products, product.index()),
                    digits,
                    longest,
                    () -> clicked.accept(products, product.index())));
        }
        getChildren().addAll(rows);
        int left = products.size() - largest.size();
        boolean nothing = products.largest(largest.size() + 1).stream()
                .skip(largest.size())
                .allMatch(p -> p.value() == 0);
        if (left > 0 && !nothing) {
            more.setText(words.more(left, digits.value(products, products.rest(largest.size()))));
            more.setId("more");
            getChildren().add(more);
        }
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
