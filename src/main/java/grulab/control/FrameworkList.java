package grulab.control;

import grulab.model.Convention;
import grulab.model.FrameworkRow;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lines of the table, one of them chosen; up and down choose another. */
final class FrameworkList extends Region implements TakesKeys {
    private static final int PAGE = 5;

    private final VBox lines = new VBox();
    private final ScrollPane scroll = LineScroll.of(lines);
    private final Consumer<FrameworkRow> choose;
    private @Nullable FrameworkRow chosen;

    FrameworkList(Consumer<FrameworkRow> choose) {
        this.choose = choose;
        setId("framework-list");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        scroll.setId("framework-scroll");
        getChildren().add(scroll);
        setOnKeyPressed(this::key);
        // a scroll pane takes the focus when it is pressed, and with it the keys
        setOnMouseClicked(e -> requestFocus());
    }

    @Override
    public boolean takes(KeyCode key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, ENTER -> true;
            default -> false;
        };
    }

    private void key(KeyEvent e) {
        List<FrameworkLine> all = all();
        if (all.isEmpty() || !takes(e.getCode())) {
            return;
        }
        int at = index();
        int to = switch (e.getCode()) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            case PAGE_UP -> at - PAGE;
            case PAGE_DOWN -> at + PAGE;
            case HOME -> 0;
            case END -> all.size() - 1;
            default -> at;
        };
        choose(all.get(Math.max(0, Math.min(all.size() - 1, to))).row);
        e.consume();
    }

    private void choose(FrameworkRow row) {
        chosen(row);
        choose.accept(row);
    }

    private List<FrameworkLine> all() {
        return lines.getChildren().stream().map(FrameworkLine.class::cast).toList();
    }

    /** −1 if none is chosen. */
    private int index() {
        List<FrameworkLine> all = all();
        for (int i = 0; i < all.size(); i++) {
            if (chosen != null && all.get(i).row.id().equals(chosen.id())) {
                return i;
            }
        }
        return -1;
    }

    void rows(List<FrameworkRow> rows) {
        lines.getChildren()
                .setAll(rows.stream()
                        .map(row -> new FrameworkLine(row, () -> choose(row)))
                        .toList());
    }

    void chosen(@Nullable FrameworkRow row) {
        chosen = row;
        int at = index();
        List<FrameworkLine> all = all();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).chosen(i == at);
        }
        setAccessibleText(at < 0 ? "" : all.get(at).getAccessibleText());
        reveal(at);
    }

    void build(
            FrameworkColumns columns,
            @Nullable Convention a,
            @Nullable Convention b,
            ConventionWords words,
            Look look) {
        for (FrameworkLine line : all()) {
            Convention c = columns.switches() ? line.row.convention() : null;
            line.build(columns, c != null && c.equals(a), c != null && c.equals(b), words, look);
        }
        int at = index();
        setAccessibleText(at < 0 ? "" : all().get(at).getAccessibleText());
    }

    /** Scrolls no more than is needed to see a line whole. */
    private void reveal(int index) {
        double room = getHeight();
        double whole = height(all().size());
        if (index < 0 || whole <= room) {
            return;
        }
        double top = height(index);
        double bottom = height(index + 1);
        double now = scroll.getVvalue() * (whole - room);
        double to = top < now ? top : bottom > now + room ? bottom - room : now;
        scroll.setVvalue(to / (whole - room));
    }

    /** Of the first lines. */
    double height(int count) {
        return all().stream().limit(count).mapToDouble(Region::getPrefHeight).sum();
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
