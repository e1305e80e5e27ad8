package grulab.control;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.arithmetic.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The lines of a step as the design pictures them, and what a person does with them. */
abstract class StepLinesFixture {
    static final Look STILL = Look.STANDARD.withReducedMotion(true);
    static final List<Line> PICTURE = PictureLines.all();

    final List<String> heard = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final StepLines lines = on(() -> {
        StepLines all = new StepLines();
        all.look(STILL);
        all.words(new StepLineWords(SampleWords::of));
        all.onHoverTerm(term -> heard.add(term == null ? "–" : term));
        all.onAsk(asked::add);
        all.show(CellType.GRU, Convention.PYTORCH, 13, 12, PICTURE, List.of(), PictureLines.other(), false);
        return all;
    });

    List<String> open() {
        return all(lines, LineBlock.class).stream()
                .filter(Node::isVisible)
                .filter(b -> all(b, LinePicture.class).get(0).isVisible())
                .map(LineBlock::symbol)
                .toList();
    }

    /** How many marks there are in a line's formula. */
    int lit(String symbol) {
        return (int) all(node("line-" + symbol), Rectangle.class).stream()
                        .filter(r -> r.getStyleClass().contains("lit"))
                        .count()
                / 2;
    }

    List<String> marked() {
        return all(lines, LineBlock.class).stream()
                .filter(b -> b.getChildrenUnmodifiable().get(0).isVisible())
                .map(Node::getId)
                .toList();
    }

    void light(@Nullable String term) {
        on(() -> {
            lines.lit(term);
            return null;
        });
    }

    void show(List<Line> all, Line other) {
        on(() -> {
            lines.show(CellType.GRU, Convention.PYTORCH, 13, 12, all, List.of(), other, false);
            return null;
        });
    }

    void microStep(int step) {
        on(() -> {
            lines.microStep(step);
            return null;
        });
        draw(532, 760);
    }

    void draw(double width, double height) {
        on(() -> {
            Screens.draw(lines, width, height, STILL);
            return Screens.draw(lines, width, height, STILL);
        });
    }

    static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        on(() -> {
            Event.fireEvent(node, Screens.mouse(type, node, x, y));
            return null;
        });
    }

    Node node(String id) {
        return on(() -> lines.lookup("#" + id));
    }

    String text(String id) {
        Node node = node(id);
        if (node instanceof Text text) {
            return text.getText();
        }
        StringBuilder all = new StringBuilder();
        all(node, Text.class).forEach(t -> all.append(t.getText()));
        return all.toString();
    }

    static <T extends Node> List<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        on(() -> {
            collect(root, type, found);
            return null;
        });
        return found;
    }

    static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }

    static <T> T on(Callable<T> work) {
        return Screens.onFx(work);
    }
}
