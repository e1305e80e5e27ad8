package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Quantity;
import grulab.model.arithmetic.Breakdown;
import grulab.model.arithmetic.DotProduct;
import grulab.model.arithmetic.Line;
import grulab.model.arithmetic.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SumCardTest {
    private static final Look STILL = Look.STANDARD.withReducedMotion(true);
    private static final SampleWindow WINDOW = SampleWindow.of(CellType.GRU, Convention.PYTORCH, 64);
    private static final Subject RESET = new Subject.Value(Quantity.RESET, 12, 13);

    private final List<Object> heard = new ArrayList<>();
    private final SumCard card = on(() -> {
        SumCard made = new SumCard();
        made.words(new SumCardWords(SampleWords::of));
        made.look(STILL);
        made.onEdit(heard::add);
        made.onWhole(heard::add);
        made.onCopy(heard::add);
        made.onCheck(() -> heard.add("check"));
        made.onClose(() -> heard.add("close"));
        made.onHoverTerm(term -> heard.add(term == null ? "–" : term));
        made.onBias(heard::add);
        made.onProduct((products, index) -> heard.add(products.leftName() + " " + index));
        return made;
    });

    @Test
    void theLargestProductsComeFirstAndTheRestIsSummedUp() {
        Line line = show(RESET, new double[] {0, 1});
        DotProduct products = products(line, "U_r h");
        double[] values = IntStream.range(0, 64)
                .mapToDouble(j -> products.left()[j] * products.right()[j])
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(b), Math.abs(a)))
                .mapToDouble(v -> v)
                .toArray();
        List<ProductRow> rows = all(node("term-Uh"), ProductRow.class);
        assertThat(rows).hasSize(5);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).getAccessibleText()).endsWith(" = " + Numbers.fixed(values[i], 3));
        }
        double rest = Arrays.stream(values).skip(5).sum();
        assertThat(text("more")).isEqualTo("and 59 more: " + Numbers.fixed(rest, 3));
        assertThat(all(node("term-Uh"), Text.class).stream().map(Text::getText))
                .contains("= " + Numbers.fixed(Arrays.stream(values).sum(), line.decimals()));
        assertThat(line.substituted())
                .contains(Numbers.fixed(Math.abs(Arrays.stream(values).sum()), line.decimals()));
    }

    @Test
    void ofAOneHotInputThereIsOneProductAndNothingElse() {
        show(RESET, null);
        List<ProductRow> rows = all(node("term-Wx"), ProductRow.class);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getAccessibleText()).startsWith("o: ").contains(" × 1 = ");
        assertThat(all(node("term-Wx"), Text.class).stream().map(Text::getText)).noneMatch(t -> t.contains("more"));
    }

    @Test
    void ofFewUnitsEveryProductIsShown() {
        SampleWindow small = SampleWindow.of(CellType.GRU, Convention.PYTORCH, 8);
        on(() -> {
            Line line = small.line(new Subject.Value(Quantity.UPDATE, 12, 3));
            card.show("z", line, this::name, null, false);
            return null;
        });
        draw();
        assertThat(all(node("term-Uh"), ProductRow.class)).hasSize(8);
        assertThat(all(node("term-Uh"), Text.class).stream().map(Text::getText)).noneMatch(t -> t.contains("more"));
    }

    @Test
    void aSumShowsItsBiasesAndTheyCanBeOpened() {
        Line line = show(new Subject.Value(Quantity.CANDIDATE, 12, 13), null);
        for (String[] term : new String[][] {{"W_n x + b_n", "b_n"}, {"U_n h + c_n", "c_n"}}) {
            Breakdown behind = line.terms().stream()
                    .filter(t -> t.name().equals(term[0]))
                    .map(t -> Breakdown.of(line, t, 5))
                    .findFirst()
                    .orElseThrow();
            ProductRow row = (ProductRow) node("bias-" + term[1]);
            assertThat(row.getAccessibleText())
                    .isEqualTo(term[1] + " = " + behind.biases().get(0).value());
            click(row);
        }
        show(RESET, null);
        assertThat(((ProductRow) node("bias-b_r")).getAccessibleText()).startsWith("b_r = ");
        assertThat(((ProductRow) node("bias-c_r")).getAccessibleText()).startsWith("c_r = ");
        assertThat(heard).containsExactly("b_n", "c_n");
    }

    /** As it is read from the rows of each list. */
    @Test
    void theRowsAddUpToTheirTerm() {
        for (Quantity quantity : CellType.GRU.quantities()) {
            show(new Subject.Value(quantity, 12, 13), null);
            for (ProductList list : all(card, ProductList.class)) {
                List<String> texts =
                        all(list, Text.class).stream().map(Text::getText).toList();
                List<String> addends = new ArrayList<>();
                all(list, ProductRow.class)
                        .forEach(row -> addends.add(row.getAccessibleText().replaceAll(".*[=≈] ", "")));
                texts.stream().filter(t -> t.contains(" more: ")).forEach(t -> addends.add(t.replaceAll(".*: ", "")));
                String head = texts.stream()
                        .filter(t -> t.matches("[=≈] .+"))
                        .findFirst()
                        .orElseThrow();
                if (addends.isEmpty()) {
                    continue;
                }
                BigDecimal sum = addends.stream()
                        .map(a -> new BigDecimal(a.replace('−', '-')))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal total = new BigDecimal(head.substring(2).replace('−', '-'));
                assertThat(head.startsWith("= ") ? sum.setScale(total.scale(), RoundingMode.HALF_UP) : total)
                        .as(list.getId() + addends)
                        .isEqualByComparingTo(total);
            }
        }
    }

    @Test
    void barsAreInProportion() {
        Line line = show(RESET, null);
        DotProduct products = products(line, "U_r h");
        List<ProductRow> rows = all(node("term-Uh"), ProductRow.class);
        double first = bar(rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            double share = Math.abs(products.largest(5).get(i).value()
                    / products.largest(1).get(0).value());
            assertThat(bar(rows.get(i))).isCloseTo(first * share, within(0.01));
        }
    }

    @Test
    void aRowGoesToWhatItIsOf() {
        Line line = show(RESET, null);
        ProductRow row = all(node("term-Uh"), ProductRow.class).get(0);
        int index = products(line, "U_r h").largest(1).get(0).index();
        click(row);
        key(row, KeyCode.ENTER);
        assertThat(heard).containsExactly("U_r " + index, "U_r " + index);
    }

    @Test
    void aValueIsTypedOrChosen() {
        show(RESET, new double[] {0, 1});
        TextField field = (TextField) node("sum-field");
        on(() -> {
            field.setText(" \u22120.25 ");
            return null;
        });
        key(field, KeyCode.ENTER);
        fire("sum-set");
        fire("sum-0");
        fire("sum-1");
        fire("sum-whole-0");
        fire("sum-whole-1");
        assertThat(heard).containsExactly("-0.25", "-0.25", "0", "1", 0.0, 1.0);
        assertThat(((Label) node("sum-range")).getText()).isEqualTo("0 to 1");
    }

    @Test
    void onlyAGateHasEnds() {
        show(new Subject.Value(Quantity.STATE, 12, 13), new double[] {-1, 1});
        assertThat(shown("sum-field")).isTrue();
        assertThat(shown("sum-0")).isFalse();
        assertThat(shown("sum-whole-0")).isFalse();
        assertThat(((Label) node("sum-range")).getText()).isEqualTo("−1 to 1");
        show(new Subject.Loss(12), null);
        assertThat(shown("sum-field")).isFalse();
    }

    @Test
    void aRefusedValueSaysWhyBesideTheFieldAndKeepsWhatWasTyped() {
        show(RESET, new double[] {0, 1});
        TextField field = (TextField) node("sum-field");
        on(() -> {
            field.setText("1.4");
            card.problem("A gate lies between 0 and 1, so it cannot be 1.4.");
            return null;
        });
        draw();
        Label problem = (Label) node("sum-problem");
        assertThat(problem.getText()).isEqualTo("A gate lies between 0 and 1, so it cannot be 1.4.");
        assertThat(shown("sum-problem")).isTrue();
        assertThat(field.getText()).isEqualTo("1.4");
        double below = on(() ->
                problem.localToScene(0, 0).getY() - field.localToScene(0, 0).getY());
        assertThat(below).isBetween(20.0, 45.0);
        show(RESET, new double[] {0, 1});
        assertThat(shown("sum-problem")).isFalse();
    }

    @Test
    void aLineIsCopiedInThreeLanguages() {
        show(RESET, null);
        fire("sum-copy-text");
        fire("sum-copy-latex");
        fire("sum-copy-numpy");
        fire("sum-close");
        assertThat(heard).containsExactly(CopyAs.TEXT, CopyAs.LATEX, CopyAs.NUMPY, "close");
    }

    @Test
    void aSlopeIsCheckedByDifferences() {
        Line line = show(new Subject.Slope(Quantity.STATE, 12, 13), null);
        fire("sum-check");
        assertThat(heard).containsExactly("check");
        assertThat(((Label) node("sum-checked")).getText()).isEmpty();
        on(() -> {
            card.checked(line.value() + 2e-9, line.value());
            return null;
        });
        assertThat(((Label) node("sum-checked")).getText())
                .contains(Numbers.significant(line.value(), 4))
                .endsWith("|Δ| ≈ 2e−9 ✓");
        on(() -> {
            card.checked(line.value() * 1.01, line.value());
            return null;
        });
        assertThat(((Label) node("sum-checked")).getText()).endsWith("✕");
        show(RESET, null);
        assertThat(shown("sum-check")).isFalse();
    }

    @Test
    void bothComputationsAreShownWhereTheyDisagree() {
        Line line = PictureLines.wrong().get(2);
        on(() -> {
            card.show("z", line, this::name, null, false);
            return null;
        });
        draw();
        Text both = (Text) node("sum-recomputed");
        assertThat(both.isVisible()).isTrue();
        assertThat(both.getText()).isEqualTo("cell 0.678088, recomputed in float64 0.679150");
        assertThat(both.getFill()).isEqualTo(Palette.LIGHT.bad);
        show(RESET, null);
        assertThat(node("sum-recomputed").isVisible()).isFalse();
    }

    @Test
    void aTermLightsUpBothWays() {
        show(RESET, null);
        Node head = ((ProductList) node("term-Uh")).getChildren().get(0);
        on(() -> {
            Event.fireEvent(head, Screens.mouse(MouseEvent.MOUSE_ENTERED, head, 1, 1));
            Event.fireEvent(head, Screens.mouse(MouseEvent.MOUSE_EXITED, head, 1, 1));
            card.lit("U_r h");
            return null;
        });
        assertThat(heard).containsExactly("U_r h", "–");
        assertThat(marked("term-Uh")).isTrue();
        assertThat(marked("term-Wx")).isFalse();
    }

    @Test
    void whatIsTooLongScrollsAndNothingIsWiderThanTheCard() {
        show(RESET, new double[] {0, 1});
        double height = on(() -> card.prefHeight(-1));
        assertThat(height).isLessThanOrEqualTo(740);
        for (ProductRow row : all(card, ProductRow.class)) {
            assertThat(row.getHeight()).isGreaterThanOrEqualTo(28);
            for (Text text : all(row, Text.class)) {
                assertThat(text.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(row.getWidth());
            }
        }
    }

    @Test
    void aGradientsProductsHaveTheUnitOfItsLine() {
        Line line = show(new Subject.Slope(Quantity.STATE, 12, 13), null);
        DotProduct share = products(line, "W_q dy");
        double unit = Math.pow(10, line.exponent());
        assertThat(line.exponent()).isNotZero();
        assertThat(all(node("term-W∂y"), ProductRow.class).get(0).getAccessibleText())
                .endsWith(" = " + Numbers.fixed(share.largest(1).get(0).value() / unit, 4));
    }

    private String name(DotProduct products, int index) {
        return products.rightName().matches("x|dy") ? WINDOW.symbol(index) : String.valueOf(index + 1);
    }

    private Line show(Subject subject, double @Nullable [] range) {
        Line line = WINDOW.line(subject);
        on(() -> {
            card.show("title", line, this::name, range, subject instanceof Subject.Slope);
            return null;
        });
        draw();
        return line;
    }

    private void draw() {
        on(() -> {
            Screens.draw(card, 420, 520, STILL);
            return Screens.draw(card, 420, 520, STILL);
        });
    }

    private static DotProduct products(Line line, String term) {
        return line.terms().stream()
                .filter(t -> t.name().equals(term))
                .map(t -> Objects.requireNonNull(t.products()))
                .findFirst()
                .orElseThrow();
    }

    private static double bar(ProductRow row) {
        List<javafx.scene.shape.Rectangle> all = all(row, javafx.scene.shape.Rectangle.class);
        return all.get(all.size() - 1).getWidth();
    }

    private boolean marked(String id) {
        return all(node(id), javafx.scene.shape.Rectangle.class).stream()
                .filter(r -> r.getParent() instanceof ProductList)
                .anyMatch(Node::isVisible);
    }

    private void fire(String id) {
        on(() -> {
            ((Button) card.lookup("#" + id)).fire();
            return null;
        });
    }

    private static void click(Node node) {
        on(() -> {
            Event.fireEvent(node, Screens.mouse(MouseEvent.MOUSE_CLICKED, node, 1, 1));
            return null;
        });
    }

    private static void key(Node node, KeyCode code) {
        on(() -> {
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return null;
        });
    }

    private boolean shown(String id) {
        return on(() -> {
            for (Node node = card.lookup("#" + id); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    private String text(String id) {
        return ((Text) node(id)).getText();
    }

    private Node node(String id) {
        return on(() -> card.lookup("#" + id));
    }

    private static <T extends Node> List<T> all(Node root, Class<T> type) {
        return on(() -> {
            List<T> found = new ArrayList<>();
            collect(root, type, found);
            return found;
        });
    }

    private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }

    private static <T> T on(Callable<T> work) {
        return Screens.onFx(work);
    }
}
