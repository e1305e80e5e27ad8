package grulab.control;

import grulab.model.ArrayLayout;
import grulab.model.CellType;
import grulab.model.FrameworkRow;
import grulab.model.LayoutBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** How a framework stores the weights of a cell: each array with its name, its shape and its blocks, to a rough scale. */
public final class LayoutPicture extends ConventionDrawing {
    private static final double LARGEST = 72;
    private static final double SMALLEST = 33;

    private final Pane cards = new Pane();
    private final ScrollPane scroll = LineScroll.of(cards);
    private final FocusRing ring = new FocusRing();
    private final Map<String, Typesetting> set = new HashMap<>();
    private @Nullable FrameworkRow row;
    private int hidden = 1;
    private int inputs = 1;

    public LayoutPicture() {
        super("layout-picture", 468, 300);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        cards.setMouseTransparent(true);
        getChildren().addAll(scroll, ring);
        ring.follow(List.of(this));
        CopyMenu.on(this, () -> words().of("copy"), this::table);
        setOnMouseClicked(e -> requestFocus());
    }

    /** The arrays of a framework for H units and I inputs; nothing if it is null. */
    public void show(@Nullable FrameworkRow framework, int units, int inputCount) {
        row = framework;
        hidden = units;
        inputs = inputCount;
        requestLayout();
        scroll.setVvalue(0);
        refresh();
    }

    /** A line an array: name, shape, shape in numbers, blocks; separated by tabs, as its menu copies it. */
    public String table() {
        StringBuilder all = new StringBuilder();
        for (ArrayLayout array : arrays()) {
            LayoutShape shape = LayoutShape.of(array);
            all.append(new StringJoiner("\t", "", "\n")
                    .add(array.name())
                    .add(shape.symbols())
                    .add(shape.numbers(hidden, inputs))
                    .add(LayoutCard.spoken(array)));
        }
        return all.toString();
    }

    private List<ArrayLayout> arrays() {
        return row == null ? List.of() : row.arrays();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** What it takes with blocks of the usual size, up to that of the design. */
    @Override
    protected double computePrefHeight(double width) {
        Look look = shownLook();
        double most = super.computePrefHeight(width);
        return arrays().isEmpty() || width < 1
                ? Math.min(most, look.px(40, 60))
                : Math.min(most, flow(look.px(LARGEST), width, look).end() + notes(look, false));
    }

    @Override
    void draw(Look look) {
        ring.look(look);
        cards.getChildren().clear();
        cards.setBackground(Background.fill(look.palette().surface));
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
        if (row == null) {
            setAccessibleText("");
            return;
        }
        if (arrays().isEmpty()) {
            paper(look);
            return;
        }
        double foot = notes(look, false);
        double side = look.px(LARGEST, LARGEST);
        Flow flow = flow(side, getWidth(), look);
        while (flow.end > getHeight() - foot + 0.5 && side > look.px(SMALLEST, 44)) {
            side -= look.px(2);
            flow = flow(side, getWidth(), look);
        }
        cards.getChildren().setAll(flow.cards);
        cards.setMinHeight(flow.end + foot);
        notes(look, true);
        StringJoiner spoken = new StringJoiner(". ");
        for (ArrayLayout array : arrays()) {
            LayoutShape shape = LayoutShape.of(array);
            spoken.add(words().of(
                            "layout.spoken",
                            array.name(),
                            shape.symbols(),
                            shape.numbers(hidden, inputs),
                            LayoutCard.spoken(array)));
        }
        setAccessibleText(spoken.toString());
    }

    private void paper(Look look) {
        String sentence = words().of("layout.paper");
        Text text = Lettering.text(sentence, Fonts.ui(look.px(13, 19)), look.palette().text2);
        text.setWrappingWidth(getWidth());
        text.setTextAlignment(TextAlignment.LEFT);
        text.setId("layout-paper");
        Lettering.left(text, 0, look.px(16, 22));
        cards.setMinHeight(text.getLayoutBounds().getMaxY());
        cards.getChildren().setAll(text);
        setAccessibleText(sentence);
    }

    /** @param end where the last line ends */
    private record Flow(List<LayoutCard> cards, double end) {}

    /** Places all cards from left to right, line by line, vectors above each other where they fit. */
    private Flow flow(double side, double width, Look look) {
        CellType cell = row == null ? CellType.GRU : row.cell();
        double ratio = Math.max(0.62, Math.min(1.45, Math.sqrt((double) inputs / hidden)));
        double gap = look.px(18, 24);
        double apart = look.px(13, 18);
        double closely = look.px(7, 10);
        double x = 0;
        double y = look.px(2);
        double high = 0;
        LayoutCard before = null;
        List<LayoutCard> all = new ArrayList<>();
        for (ArrayLayout array : arrays()) {
            String numbers = LayoutShape.of(array).numbers(hidden, inputs);
            LayoutCard card = new LayoutCard(array, cell, numbers, side, ratio, set, look);
            boolean beneath = before != null
                    && before.low()
                    && card.low()
                    && before.getLayoutY() + before.height() + closely + card.height() <= y + high + 1
                    && before.getLayoutX() + card.width() <= width;
            if (beneath && before != null) {
                card.setLayoutX(before.getLayoutX());
                card.setLayoutY(Math.rint(before.getLayoutY() + before.height() + closely));
                x = Math.max(x, card.getLayoutX() + card.width() + gap);
            } else {
                if (x > 0 && x + card.width() > width) {
                    x = 0;
                    y += high + apart;
                    high = 0;
                }
                card.setLayoutX(Math.rint(x));
                card.setLayoutY(Math.rint(y));
                x += card.width() + gap;
                high = Math.max(high, card.height());
            }
            before = card;
            all.add(card);
        }
        return new Flow(all, y + high);
    }

    /**
     * What the marks in blocks mean, if there are any.
     *
     * @return the height that is needed for it
     */
    private double notes(Look look, boolean draw) {
        List<String> notes = new ArrayList<>();
        if (blocks().anyMatch(b -> !b.called().isEmpty() && !b.called().equals(b.gate()))) {
            notes.add(words().of("layout.called"));
        }
        if (blocks().anyMatch(LayoutBlock::negated)) {
            notes.add(words().of("layout.negated"));
        }
        double step = look.px(16, 23);
        if (draw) {
            double y = Math.max(getHeight(), cards.getMinHeight()) - look.px(4) - step * (notes.size() - 1);
            for (String note : notes) {
                Text text = Lettering.text(note, Fonts.ui(look.px(11.5, 17)), look.palette().text3);
                Lettering.left(text, 0, y);
                cards.getChildren().add(text);
                y += step;
            }
        }
        return notes.isEmpty() ? 0 : step * notes.size() + look.px(6);
    }

    private Stream<LayoutBlock> blocks() {
        return arrays().stream().flatMap(a -> a.rows().stream()).flatMap(List::stream);
    }
}
