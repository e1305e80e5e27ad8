package grulab.control;

import static org.assertj.core.api.Assertions.assertThat;

import grulab.model.CellType;
import grulab.model.Convention;
import grulab.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters and words of the diagrams stay clear of each other, of nodes and of wires, measured on what is drawn. */
class DiagramLayoutTest {
    /** A stroke's half and the rounding of bounds may meet. */
    private static final double TOUCH = 0.75;

    @ParameterizedTest
    @CsvSource({
        "LSTM, 408, 200, 1, false",
        "LSTM, 408, 294, 1, false",
        "LSTM, 456, 263, 1, false",
        "LSTM, 900, 500, 1, false",
        "LSTM, 568, 409, 1, true",
        "LSTM, 1300, 700, 2, false",
        "RNN, 408, 200, 1, false",
        "RNN, 408, 294, 1, false",
        "RNN, 456, 263, 1, false",
        "RNN, 900, 500, 1, false",
        "RNN, 568, 409, 1, true",
        "RNN, 1300, 700, 2, false",
        "GRU, 408, 200, 1, false",
        "GRU, 456, 263, 1, false",
        "GRU, 568, 409, 1, true"
    })
    void lettersTouchNothing(CellType cell, double width, double height, double scale, boolean projector) {
        Look look = Look.STANDARD.withReducedMotion(true).withScale(scale).withProjector(projector);
        List<String> met = Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.words(SampleWords.diagram());
            diagram.look(look);
            diagram.show(
                    cell == CellType.GRU ? SampleTrace.moment(Convention.PYTORCH, 24) : SampleCells.moment(cell, 24));
            Screens.draw(diagram, width, height, look);
            return collisions(diagram);
        });
        assertThat(met).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GRU, 876, 404, 2", "GRU, 876, 404, 8", "GRU, 876, 404, 24", "GRU, 600, 320, 5",
        "LSTM, 876, 404, 2", "LSTM, 876, 404, 8", "LSTM, 876, 404, 24", "LSTM, 600, 320, 5",
        "RNN, 876, 404, 2", "RNN, 876, 404, 8", "RNN, 876, 404, 24", "RNN, 600, 320, 5"
    })
    void nothingTouchesInTheStepWorkspaceEitherWay(CellType cell, double width, double height, int hidden) {
        Look look = Look.STANDARD.withReducedMotion(true);
        Snapshot snapshot = SampleCells.of(cell, hidden);
        UnitOrder order = UnitOrder.index(hidden);
        List<String> met = Screens.onFx(() -> {
            GateDiagram diagram = new GateDiagram();
            diagram.words(SampleWords.diagram());
            diagram.look(look);
            diagram.detailed(true);
            diagram.show(DiagramMoment.of(snapshot, 12, 0, order));
            Screens.draw(diagram, width, height, look);
            List<String> found = new ArrayList<>(collisions(diagram));
            diagram.show(DiagramMoment.backward(snapshot, 12, 0, order));
            Screens.draw(diagram, width, height, look);
            found.addAll(collisions(diagram));
            return found;
        });
        assertThat(met).isEmpty();
    }

    private static List<String> collisions(GateDiagram diagram) {
        CellDrawing drawing = (CellDrawing) diagram.getChildrenUnmodifiable().get(0);
        List<Node> words = new ArrayList<>();
        words(drawing, words, drawing);
        List<String> met = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Bounds word = inner(words.get(i), drawing);
            for (int j = 0; j < i; j++) {
                if (word.intersects(inner(words.get(j), drawing))) {
                    met.add(name(words.get(i)) + " and " + name(words.get(j)));
                }
            }
            for (Node node : drawing.parts().values()) {
                if (node.isVisible() && word.intersects(drawing.sceneToLocal(scene(node)))) {
                    met.add(name(words.get(i)) + " and " + node.getId());
                }
            }
            for (WireNode wire : drawing.wires()) {
                double length = wire.wire().length();
                for (double at = 0; at < length; at += 0.5) {
                    Point2D p = wire.wire().at(at);
                    if (word.contains(p)) {
                        met.add(name(words.get(i)) + " and " + wire.getId());
                        break;
                    }
                }
            }
        }
        return met;
    }

    /** Letters beside the nodes: those in a box, chip or pill belong to it, and a ghost lies under its wire. */
    private static void words(Node node, List<Node> found, CellDrawing drawing) {
        if (node == drawing.ghosts
                || drawing.parts().containsValue(node)
                || !node.isVisible()
                || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof TexNode || node instanceof Text) {
            found.add(node);
        } else if (node instanceof Parent parent && !(node instanceof WireNode)) {
            parent.getChildrenUnmodifiable().forEach(child -> words(child, found, drawing));
        }
    }

    private static Bounds inner(Node node, CellDrawing drawing) {
        Bounds all = drawing.sceneToLocal(scene(node));
        return new BoundingBox(
                all.getMinX() + TOUCH, all.getMinY() + TOUCH, all.getWidth() - 2 * TOUCH, all.getHeight() - 2 * TOUCH);
    }

    private static Bounds scene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static String name(Node node) {
        return node instanceof TexNode tex ? tex.text().terms().toString() : ((Text) node).getText();
    }
}
