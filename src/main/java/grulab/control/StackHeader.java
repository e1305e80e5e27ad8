package grulab.control;

import grulab.model.Snapshot;
import grulab.model.Tokens;
import grulab.model.arithmetic.Perplexity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** What is read, how many units the rows show and in which order, and what the colours mean. */
final class StackHeader extends Pane {
    private static final double BASELINE = 26.5;
    private static final double PROJECTED_BASELINE = 30;
    /** Of a loss. */
    private static final int DECIMALS = 3;

    private static final double APART = 14;
    private static final double BAR = 84;
    private static final double SHORTEST_BAR = 30;

    private static final String ARROW = " \u25be";

    private final Text title = new Text();
    /** What the model makes of the passage: of the snapshot that is shown. */
    private final Text passage = new Text();

    private final Text rows = new Text();
    private final Pane order = new Pane(rows);
    private final Pane legends = new Pane();
    private final Consumer<UnitSorting> choose;
    private final ContextMenu menu = new ContextMenu();
    private String caption = "";
    /** Whether there is room for the loss only. */
    private boolean brief;

    StackHeader(Consumer<UnitSorting> choose) {
        this.choose = choose;
        title.setId("stack-title");
        passage.setId("passage-loss");
        order.setId("unit-order");
        order.setFocusTraversable(true);
        order.setCursor(Cursor.HAND);
        order.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        order.setOnMouseClicked(e -> open());
        order.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                open();
                e.consume();
            }
        });
        order.setManaged(false);
        legends.setMouseTransparent(true);
        setPickOnBounds(false);
        getChildren().addAll(title, passage, order, legends);
    }

    private void open() {
        menu.show(order, Side.BOTTOM, 0, 2);
    }

    /** Only what can change with the numbers: how many units, in which order, and the loss. */
    void update(StackState s, double width) {
        String now = said(s, brief ? s.words().passageShort() : s.words().passage());
        if (!caption.equals(caption(s)) || now.length() != passage.getText().length()) {
            build(s, width);
        } else {
            passage.setText(now);
        }
    }

    private static String said(StackState s, String pattern) {
        Snapshot now = s.snapshot();
        return now == null
                ? ""
                : StackWords.fill(pattern, Numbers.fixed(now.loss(), DECIMALS), Perplexity.of(now.loss(), DECIMALS));
    }

    void build(StackState s, double width) {
        Look look = s.look();
        Palette palette = look.palette();
        StackWords words = s.words();
        boolean projected = look.projector();
        title.setVisible(!projected);
        order.setVisible(s.snapshot() != null && !projected);
        double baseline = look.px(BASELINE, PROJECTED_BASELINE);
        if (projected) {
            caption = caption(s);
            legends(s, s.columns().left(), s.columns().right(), baseline);
            return;
        }
        boolean wordTokens = s.snapshot() != null && s.snapshot().experiment().tokens() == Tokens.WORD;
        Lettering.style(title, Fonts.semiBold(look.px(13)), palette.ink);
        title.setText(StackWords.fill(
                wordTokens ? words.titleWords() : words.title(), s.columns().count()));
        Lettering.left(title, look.px(16), baseline);
        Lettering.style(rows, Fonts.ui(look.px(12.5)), palette.text2);
        caption = caption(s);
        rows.setText(caption + ARROW);
        double end = width - look.px(25);
        double needed = width(s, false, false, look.px(SHORTEST_BAR)) + look.px(16);
        Lettering.style(passage, Fonts.ui(look.px(12.5)), palette.text2);
        title.setVisible(true);
        passage.setText(said(s, words.passage()));
        brief = from(look) + Lettering.width(rows) + needed > end;
        if (brief) {
            passage.setText(said(s, words.passageShort()));
            boolean alone = from(look) + Lettering.width(rows) + needed > end;
            title.setVisible(!alone || passage.getText().isEmpty());
        }
        Lettering.left(passage, titled(look), baseline);
        double from = from(look);
        if (from + Lettering.width(rows) + needed > end) {
            rows.setText(count(s) + ARROW);
        }
        if (from + Lettering.width(rows) + needed > end) {
            // what is read stands right below, and how many: colours need their legend more
            title.setVisible(false);
            from = look.px(16);
        }
        Lettering.left(rows, look.px(4), look.px(19));
        order.setAccessibleText(count(s) + ", " + words.sorting(s.sorting()));
        order.resizeRelocate(
                from - look.px(4), baseline - look.px(19), Lettering.width(rows) + look.px(8), look.px(28));
        legends(s, from + Lettering.width(rows) + look.px(16), end, baseline);
        menu(s);
    }

    /** Where the title ends and the loss begins. */
    private double titled(Look look) {
        return look.px(16) + (title.isVisible() ? Lettering.width(title) + look.px(12) : 0);
    }

    /** Where the order of the units stands. */
    private double from(Look look) {
        return titled(look) + (passage.getText().isEmpty() ? 0 : Lettering.width(passage)) + look.px(16);
    }

    /** All units in their own order need no more words. */
    private static String caption(StackState s) {
        return s.sorting() == UnitSorting.INDEX
                ? count(s)
                : count(s) + ", " + s.words().sorting(s.sorting());
    }

    private static String count(StackState s) {
        UnitOrder order = s.order();
        return order.isWindow()
                ? StackWords.fill(s.words().window(), order.count(), order.size())
                : StackWords.fill(s.words().rows(), order.size());
    }

    /** The most that fits. What a dot means is said before the names of the maps, which their ends tell apart. */
    private void legends(StackState s, double from, double end, double baseline) {
        Look look = s.look();
        double least = look.px(SHORTEST_BAR);
        double room = end - from;
        boolean named = room >= width(s, true, true, least);
        boolean dotted = room >= width(s, named, true, least);
        int bars = both(s, named, dotted, 0).size();
        double bar = Math.max(least, Math.min(look.px(BAR), (room - width(s, named, dotted, 0)) / bars));
        double x = end - width(s, named, dotted, bar);
        legends.getChildren().clear();
        for (Legend legend : both(s, named, dotted, bar)) {
            legend.setLayoutX(x);
            legend.setLayoutY(baseline);
            legends.getChildren().add(legend);
            x += legend.width() + look.px(APART);
        }
    }

    private static double width(StackState s, boolean named, boolean dotted, double bar) {
        List<Legend> both = both(s, named, dotted, bar);
        return both.stream().mapToDouble(Legend::width).sum()
                + (both.size() - 1) * s.look().px(APART);
    }

    /** Of gates, if there are any, and of states. */
    private static List<Legend> both(StackState s, boolean named, boolean dotted, double bar) {
        Palette p = s.look().palette();
        StackWords words = s.words();
        boolean beyond = dotted && s.lanes().stream().anyMatch(MapQuantity::unbounded);
        List<Legend> legends = new ArrayList<>();
        if (s.lanes().stream().anyMatch(what -> what.gate)) {
            legends.add(new Legend(named ? words.gates() : "", "0", "1", p.gates, bar, "", s.look()));
        }
        legends.add(new Legend(
                named ? words.states() : "",
                Numbers.MINUS + "1",
                "+1",
                p.states,
                bar,
                beyond ? words.beyondLegend() : "",
                s.look()));
        return legends;
    }

    private void menu(StackState s) {
        menu.getItems().clear();
        for (UnitSorting sorting : UnitSorting.of(s.cell())) {
            RadioMenuItem item = new RadioMenuItem(s.words().sorting(sorting));
            item.setMnemonicParsing(false);
            item.setId("order-" + sorting.name().toLowerCase(java.util.Locale.ROOT));
            item.setSelected(sorting == s.sorting());
            item.setOnAction(e -> choose.accept(sorting));
            menu.getItems().add(item);
        }
    }

    /** What opens the menu of orders. */
    Region order() {
        return order;
    }
}
