package grulab.control;

import grulab.model.Quantity;
import grulab.model.Snapshot;
import grulab.model.UnitMemory;
import java.util.List;
import java.util.StringJoiner;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * How long each unit remembers, and how often its gates are shut or open: a row a unit, the longest memory first. Of more
 * units than there are rows it shows a window, and all of them in a narrow picture beside it.
 */
public final class MemoryPlot extends Plot {
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");
    private final PlotCanvas canvas = new PlotCanvas();
    private final Group letters = new Group();
    private @Nullable Snapshot snapshot;
    private @Nullable UnitMemory memory;
    private UnitOrder order = UnitOrder.index(1);
    private @Nullable MemoryFrame frame;
    private boolean inOverview;

    public MemoryPlot() {
        super("memory-plot", 480, 420);
        letters.setMouseTransparent(true);
        getChildren().addAll(canvas, letters);
        setOnMousePressed(e -> press(e, true));
        setOnMouseDragged(e -> press(e, false));
        setOnScroll(this::scroll);
        unit.addListener(o -> {
            if (unit.get() < order.size()) {
                order = order.showing(unit.get());
            }
            refresh();
        });
        begin();
    }

    /** The selected unit, from 0. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** Null for a hatch: nothing is computed yet. */
    public void snapshot(@Nullable Snapshot shown) {
        snapshot = shown;
        memory = shown == null ? null : UnitMemory.of(shown.trace());
        if (shown != null && hasGates()) {
            order = UnitSorting.HALF_LIFE.sort(shown.trace()).window(order.first(), order.count());
        }
        refresh();
    }

    private boolean hasGates() {
        return memory != null && memory.halfLives().length > 0;
    }

    @Override
    void draw(Look look) {
        GraphicsContext g = canvas.clear(getWidth(), getHeight(), look);
        letters.getChildren().clear();
        frame = null;
        UnitMemory shown = memory;
        Snapshot of = snapshot;
        if (shown == null || of == null) {
            double edge = look.px(16);
            canvas.hatch(edge, edge, getWidth() - 2 * edge, Math.max(1, getHeight() - 2 * edge), look);
            setAccessibleText(words().of("memory.half-life") + ". " + words().of("empty"));
            return;
        }
        if (!hasGates()) {
            Group sentence = Phrase.of(words().of("memory.no-gate"), Fonts.ui(look.px(13, 20)), look.palette().text2);
            sentence.setLayoutX(look.px(16, 20));
            sentence.setLayoutY(look.px(24, 34));
            letters.getChildren().add(sentence);
            setAccessibleText(words().of("memory.no-gate"));
            return;
        }
        int selected = Math.max(0, Math.min(unit.get(), order.size() - 1));
        int fitting = MemoryFrame.fitting(getHeight(), order.size(), look);
        if (order.count() != fitting) {
            order = order.window(order.first(), fitting).showing(selected);
        }
        MemoryFrame now = MemoryFrame.of(getWidth(), getHeight(), order, selected, shown, look);
        frame = now;
        new MemoryPainter(now, shown, order, selected, look).paint(g, canvas);
        new MemoryLetters(now, shown, order, selected, words(), look).write(letters);
        setAccessibleText(words().of("memory.spoken", selected + 1, MemoryLetters.steps(shown.halfLives()[selected])));
    }

    private void press(MouseEvent e, boolean first) {
        MemoryFrame now = frame;
        if (e.getButton() != MouseButton.PRIMARY || now == null) {
            return;
        }
        requestFocus();
        double y = e.getY() - now.top();
        boolean inside = y >= 0 && y < now.rows().height();
        if (first) {
            inOverview = now.overview() > 0 && e.getX() >= now.overviewLeft();
        }
        if (inOverview) {
            int row = (int) (y / now.rows().height() * order.size());
            window(row - order.count() / 2);
        } else if (inside) {
            unit.set(order.unitAt(order.first() + now.rows().at(y)));
        }
    }

    private void window(int first) {
        order = order.window(first, order.count());
        refresh();
    }

    private void scroll(ScrollEvent e) {
        if (order.isWindow() && e.getDeltaY() != 0) {
            int by = Math.max(1, order.count() / 12);
            window(order.first() + (e.getDeltaY() < 0 ? by : -by));
            e.consume();
        }
    }

    @Nullable
    MemoryFrame frame() {
        return frame;
    }

    UnitOrder order() {
        return order;
    }

    @Override
    public String table() {
        UnitMemory of = memory;
        if (of == null || !hasGates()) {
            return "";
        }
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        StringJoiner head = new StringJoiner("\t").add("unit").add("half-life");
        List<UnitMemory.Saturation> gates = of.saturations();
        gates.forEach(s -> head.add(name(s.gate()) + "<0.1").add(name(s.gate()) + ">0.9"));
        lines.add(head.toString());
        for (int i = 0; i < of.halfLives().length; i++) {
            StringJoiner row =
                    new StringJoiner("\t").add(Integer.toString(i + 1)).add(Double.toString(of.halfLives()[i]));
            for (UnitMemory.Saturation s : gates) {
                row.add(Double.toString(s.closed()[i])).add(Double.toString(s.open()[i]));
            }
            lines.add(row.toString());
        }
        return lines.toString();
    }

    private static String name(Quantity gate) {
        return gate.id();
    }
}
